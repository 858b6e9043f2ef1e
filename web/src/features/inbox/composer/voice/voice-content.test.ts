import assert from 'node:assert/strict'
import { test } from 'node:test'
import { voiceContent } from './voice-content.ts'

test('a recording is a voice note with the type and ending of what the browser records, never shorter than a second', () => {
  const of = (type: string, seconds: number) => {
    const content = voiceContent({ type, size: 10 }, seconds)
    assert.ok(content.type === 'audio' && content.voice)
    return [content.file.mime, content.file.name, content.seconds]
  }
  assert.deepEqual(of('audio/webm;codecs=opus', 12.4), ['audio/webm;codecs=opus', 'voice.webm', 12])
  assert.deepEqual(of('audio/mp4', 0.2), ['audio/mp4', 'voice.m4a', 1])
  assert.deepEqual(of('audio/ogg; codecs=opus', 3), ['audio/ogg;codecs=opus', 'voice.ogg', 3])
  assert.deepEqual(of('', 3), ['audio/webm', 'voice.webm', 3])
})
