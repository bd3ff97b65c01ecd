-- Moves with every change of what is remembered between requests: one look tells whether it still holds.
create table reference_stamp (
    source  text not null primary key,
    value   bigint not null
);

insert into reference_stamp (source, value) values ('account', 0), ('organisation', 0), ('mediator', 0), ('area', 0);

create function reference_stamp_move() returns trigger language plpgsql as $$
begin
    update reference_stamp set value = value + 1 where source = tg_table_name;
    return null;
end $$;

-- Tries to sign in are counted on the account, and change nothing of what it may do.
create trigger account_stamp after insert or delete or truncate or update of id, user_name, display_name, roles, organisation_id, mediator_id, password_hash, stamp, blocked_at
on account for each statement execute function reference_stamp_move();
create trigger organisation_stamp after insert or delete or truncate or update on organisation for each statement execute function reference_stamp_move();
create trigger mediator_stamp after insert or delete or truncate or update on mediator for each statement execute function reference_stamp_move();
create trigger area_stamp after insert or delete or truncate or update on area for each statement execute function reference_stamp_move();
