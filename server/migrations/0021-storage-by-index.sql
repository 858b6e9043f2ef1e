-- What a tenant stores is asked for every tenant of the host's list, for each file that a member adds under a limit, and for the owner's home. Its files lie
-- scattered among those of all tenants: summed from the table, each costs a page; from this index, none.
create index file_size on files.file (tenant_id) include (size);

-- migrate:down
drop index files.file_size;
