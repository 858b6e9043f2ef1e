-- What is erased in the inbox is erased in the visitor's chat too. Pages that knew of it begin anew: those whose newest number is below this one.
alter table webchat.visitor add column erased_seq bigint not null default 0;

-- migrate:down
alter table webchat.visitor drop column erased_seq;
