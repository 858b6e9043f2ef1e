import type { Asked } from '../unseen/asked-yes-no.ts'

/** Numbers as customers tell them in English, with the question that they answer; what is read back counts as understood. */
export const numbersInEnglish: Asked[] = [
  {
    question: 'How many inches do you want taken off?',
    said: [
      ['an inch and a half', '1.5'],
      ['just one inch pls', '1'],
    ],
  },
  {
    question: 'How many dozen?',
    said: [['2 dozen', '2']],
  },
  {
    question: 'How many boxes?',
    said: [['a box of 12', '1']],
  },
  {
    question: 'How many eggs?',
    said: [
      ['a box of 12 eggs', '12'],
      ['a dozen and a half', '18'],
    ],
  },
  {
    question: 'How many times have you called?',
    said: [
      ['this is my third time', '3'],
      ['third time', '3'],
      ['like a million', '?'],
      ['twice already', '2'],
      ['once', '1'],
    ],
  },
  {
    question: 'How many people in your party?',
    said: [
      ['just me lol', '1'],
      ['me and my husband', '2'],
      ["there'll be 5 of us", '5'],
      ['party of six', '6'],
    ],
  },
  {
    question: 'How many kids do you have?',
    said: [
      ['got 3 little ones', '3'],
      ['2 boys and a girl', '3'],
      ['none yet lol', '0'],
    ],
  },
  {
    question: 'How old is the patient?',
    said: [
      ['she just turned 9', '9'],
      ['im 34', '34'],
    ],
  },
  {
    question: 'How old is your dog?',
    said: [
      ['about 4 yrs old', '4'],
      ['two and a half', '2.5'],
    ],
  },
  {
    question: 'How old is your puppy in months?',
    said: [['8 months tomorrow', '8']],
  },
  {
    question: 'How much do you weigh?',
    said: [['around 165 lbs', '165']],
  },
  {
    question: 'How tall are you in cm?',
    said: [['178ish', '178']],
  },
  {
    question: 'What shoe size are you?',
    said: [
      ['size 9 and a half', '9.5'],
      ['i wear a 10', '10'],
    ],
  },
  {
    question: 'How many nights are you staying?',
    said: [
      ['3 nights plz', '3'],
      ['a couple of nights', '2'],
      ['a few', '?'],
    ],
  },
  {
    question: 'How many would you like?',
    said: [
      ['ill take 2 thx', '2'],
      ['a dozen please', '12'],
      ['half a dozen', '6'],
      ['make it 4', '4'],
      ['gimme three cuz my kids love them', '3'],
      ['one of each', '?'],
      ['2 or 3', '?'],
    ],
  },
  {
    question: "What's your budget?",
    said: [
      ['about 2k', '2000'],
      ['no more than 500 bucks', '500'],
      ['fifteen hundred tops', '1500'],
      ['$250', '250'],
    ],
  },
  {
    question: 'How many bedrooms?',
    said: [
      ['a 3 bedroom', '3'],
      ['its a two bed apartment', '2'],
    ],
  },
  {
    question: 'How many bathrooms?',
    said: [['2 and a half baths', '2.5']],
  },
  {
    question: 'How many hours will you need it?',
    said: [
      ['half an hour', '0.5'],
      ['hour and a half', '1.5'],
      ['4 hrs should be enough', '4'],
    ],
  },
  {
    question: 'How many pounds of ground beef?',
    said: [
      ['2 lbs', '2'],
      ['half a pound', '0.5'],
      ['a pound and a quarter', '1.25'],
    ],
  },
  {
    question: 'On a scale of 1-10 how bad is the pain?',
    said: [
      ['like a 7', '7'],
      ['8/10', '8'],
      ['really bad', '?'],
    ],
  },
  {
    question: 'How many weeks pregnant are you?',
    said: [
      ['im 24 weeks along', '24'],
      ['24 + 3', '?'],
    ],
  },
  {
    question: 'How many days have you had symptoms?',
    said: [
      ['going on 3 days', '3'],
      ['its been like 5 days now', '5'],
      ['since monday', '?'],
    ],
  },
  {
    question: 'How many bags are you checking?',
    said: [
      ['no bags', '0'],
      ['one suitcase and one carry on', '2'],
      ['nothing to check', '0'],
    ],
  },
  {
    question: 'What floor do you live on?',
    said: [
      ['3rd floor', '3'],
      ['im on the second', '2'],
    ],
  },
  {
    question: 'How many devices are affected?',
    said: [
      ['both of them', '2'],
      ['just the one', '1'],
    ],
  },
  {
    question: 'How many guests are coming?',
    said: [
      ['bout 40', '40'],
      ['somewhere between 40 and 50', '?'],
      ['not sure yet', '?'],
    ],
  },
  {
    question: 'How many copies do u need?',
    said: [['need 5 copies b/w', '5']],
  },
  {
    question: 'How many miles on the car?',
    said: [
      ['120k', '120000'],
      ['just hit 85,000', '85000'],
      ['a lot haha', '?'],
    ],
  },
  {
    question: 'How big is the tv in inches?',
    said: [['its a 55 inch samsung', '55']],
  },
  {
    question: 'How many doses have you had?',
    said: [
      ['two so far', '2'],
      ['only had my first', '1'],
    ],
  },
  {
    question: 'What size pizza in inches?',
    said: [['the 14 inch one', '14']],
  },
  {
    question: 'How many stops do you need?',
    said: [
      ['just 1 stop', '1'],
      ['two, home and work', '2'],
    ],
  },
  {
    question: 'How many cigarettes a day?',
    said: [
      ['i dont smoke', '0'],
      ['maybe 5 a day', '5'],
      ['a pack', '?'],
    ],
  },
  {
    question: 'How many surgeries have you had?',
    said: [
      ['none, thank god', '0'],
      ['just the one, appendix', '1'],
      ['2 c sections', '2'],
    ],
  },
  {
    question: "What's the temperature?",
    said: [
      ['101 and a half', '101.5'],
      ['its 102.3', '102.3'],
    ],
  },
  {
    question: "What's his temp?",
    said: [['38.9 just now', '38.9']],
  },
  {
    question: 'How many employees do you have?',
    said: [
      ['about a dozen', '12'],
      ['less than 20', '20'],
      ['5 full time and 3 part time', '8'],
    ],
  },
  {
    question: 'What year is your car?',
    said: [
      ['its a 2014', '2014'],
      ['2019 civic', '2019'],
      ['an 08', '?'],
    ],
  },
  {
    question: 'How many minutes away are you?',
    said: [
      ['like 10 mins', '10'],
      ['half an hour', '30'],
      ['almost there', '?'],
    ],
  },
  {
    question: 'How wide is the window in inches?',
    said: [
      ['36 and 1/2', '36.5'],
      ['36"', '36'],
      ['3 feet', '36'],
    ],
  },
  {
    question: 'How many siblings?',
    said: [
      ['only child', '0'],
      ['2 brothers 1 sister', '3'],
      ['two sisters', '2'],
    ],
  },
  {
    question: 'How many pills do you take?',
    said: [
      ['one and a half', '1.5'],
      ['2 in the morning and 1 at night', '3'],
      ['one every 8 hours', '?'],
    ],
  },
  {
    question: 'How many windows need cleaning?',
    said: [
      ['12 total', '12'],
      ['8 upstairs and 6 downstairs', '14'],
      ['all of them', '?'],
    ],
  },
  {
    question: 'What grade is she in?',
    said: [
      ['shes in 4th grade', '4'],
      ['third grade', '3'],
      ['kindergarten', '?'],
    ],
  },
  {
    question: 'How much did they charge you?',
    said: [
      ['they charged me 45.99', '45.99'],
      ['forty five bucks', '45'],
      ['too much!', '?'],
    ],
  },
  {
    question: 'How many tickets?',
    said: [
      ['2 adults 1 child', '3'],
      ['lets do 4', '4'],
      ['can i get 3 pls', '3'],
      ['3 if u have them', '3'],
    ],
  },
  {
    question: 'How many wings?',
    said: [
      ['20 piece', '20'],
      ['10 bbq and 10 hot', '20'],
      ['two dozen', '24'],
    ],
  },
  {
    question: 'How many cars do you own?',
    said: [
      ['we got 2', '2'],
      ['just one, a honda', '1'],
      ['dont have a car', '0'],
    ],
  },
  {
    question: 'How far are you in miles?',
    said: [
      ['bout 12 miles', '12'],
      ['not far', '?'],
    ],
  },
  {
    question: 'How would you rate us from 1 to 5?',
    said: [
      ['5 all day', '5'],
      ['solid 4', '4'],
      ['4 out of 5', '4'],
      ['11/10 lol', '?'],
    ],
  },
  {
    question: 'How many rooms should we paint?',
    said: [
      ['3 bedrooms and the hallway', '?'],
      ['the whole house', '?'],
      ['two for now', '2'],
    ],
  },
  {
    question: 'What ring size?',
    said: [
      ['size 7', '7'],
      ['i think a 6.5', '6.5'],
    ],
  },
  {
    question: 'How many seats?',
    said: [
      ['yes 4 please', '4'],
      ['4 if possible', '4'],
      ['for me and my 2 kids', '3'],
    ],
  },
  {
    question: 'How many months have you been on it?',
    said: [
      ['going on 6 months', '6'],
      ['about a year', '12'],
      ['year and a half', '18'],
    ],
  },
  {
    question: 'How many cups of flour?',
    said: [['2 1/2 cups', '2.5']],
  },
  {
    question: 'How many hours do you sleep?',
    said: [
      ['i get about 6 hours', '6'],
      ['barely any', '?'],
    ],
  },
  {
    question: 'How many sugars?',
    said: [
      ['two please love', '2'],
      ['no sugar', '0'],
    ],
  },
  {
    question: 'How many days did you miss?',
    said: [
      ['i missed 3', '3'],
      ['all week', '?'],
    ],
  },
  {
    question: 'How many bags of concrete?',
    said: [
      ['10 bags of 80 lb', '10'],
      ['twenty bags should do', '20'],
    ],
  },
  {
    question: 'How many bulbs are out?',
    said: [
      ['the 2 in the kitchen', '2'],
      ['all three', '3'],
      ['only one went out', '1'],
    ],
  },
  {
    question: "What's your monthly income?",
    said: [
      ['i make 3k a month', '3000'],
      ['around twenty five hundred', '2500'],
      ['minimum wage', '?'],
    ],
  },
  {
    question: 'How much do you owe?',
    said: [
      ['i owe 320.75', '320.75'],
      ['nothing, all paid', '0'],
    ],
  },
  {
    question: 'What waist size?',
    said: [
      ['32 waist', '32'],
      ['between 32 and 34', '?'],
      ['a 34 i think', '34'],
    ],
  },
  {
    question: 'How many chairs do you want to rent?',
    said: [
      ['50 chairs and 5 tables', '50'],
      ['fifty white ones', '50'],
    ],
  },
  {
    question: 'How many classes per week?',
    said: [
      ['3x a week', '3'],
      ['two, tuesdays and thursdays', '2'],
      ['tues and thurs', '2'],
      ['twice a week', '2'],
    ],
  },
  {
    question: 'How many stitches did you get?',
    said: [
      ['i got 5 stitches', '5'],
      ['none they glued it', '0'],
    ],
  },
  {
    question: 'How many minutes until you get here?',
    said: [
      ['be there in 10', '10'],
      ['5 more mins', '5'],
      ['im outside', '?'],
      ['quarter of an hour', '15'],
    ],
  },
  {
    question: 'How many gigs of data?',
    said: [
      ['the 10 gig plan', '10'],
      ['unlimited', '?'],
    ],
  },
  {
    question: 'How many lines?',
    said: [['3 lines total', '3']],
  },
  {
    question: 'How old is your son?',
    said: [
      ['hes 5 and a half', '5.5'],
      ['almost 3', '3'],
      ['18 months', '?'],
      ["he's seven years old 😊", '7'],
      ['hell be 4 in june', '?'],
    ],
  },
  {
    question: 'Table number?',
    said: [
      ['were at table 9', '9'],
      ['twelve', '12'],
    ],
  },
  {
    question: 'How many in the room?',
    said: [
      ['two adults and an infant', '3'],
      ['just us two', '2'],
      ['my wife and i plus 2 kids', '4'],
    ],
  },
  {
    question: 'How much does your dog weigh?',
    said: [
      ['bout 45 pounds', '45'],
      ['hes a big boy', '?'],
      ['60lbs last time we checked', '60'],
    ],
  },
  {
    question: 'How many yards of fabric?',
    said: [
      ['two and a quarter', '2.25'],
      ['3/4 of a yard', '0.75'],
    ],
  },
  {
    question: 'How many gallons of paint?',
    said: [
      ['2 gallons of white and 1 of blue', '3'],
      ['a gallon should do it', '1'],
    ],
  },
  {
    question: 'What floor are you on?',
    said: [
      ['top floor', '?'],
      ['12th', '12'],
      ['ground floor', '0'],
    ],
  },
  {
    question: 'How many coffees?',
    said: [
      ['two lattes and a mocha', '3'],
      ['make that 3', '3'],
      ['same as yesterday', '?'],
    ],
  },
  {
    question: 'How many would you rate us out of 10?',
    said: [
      ['ten outta ten', '10'],
      ['a strong 8', '8'],
    ],
  },
  {
    question: 'How many payments do you want?',
    said: [
      ['one payment', '1'],
      ['split it in 4', '4'],
      ['ill pay in full', '1'],
    ],
  },
]
