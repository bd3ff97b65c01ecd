-- Moves with every change of what is remembered between requests: one look tells whether it still holds.
create table reference_stamp (
    source  text not null primary key,
    value   bigint not null
);

insert into reference_stamp (source, value) values ('account', 0), ('organisation', 0), ('mediator', 0), ('area', 0);

-- Tries to sign in are counted on the account, and change nothing of what it may do.
create trigger account_stamp_insert after insert on account begin update reference_stamp set value = value + 1 where source = 'account'; end;
create trigger account_stamp_delete after delete on account begin update reference_stamp set value = value + 1 where source = 'account'; end;
create trigger account_stamp_update after update of id, user_name, display_name, roles, organisation_id, mediator_id, password_hash, stamp, blocked_at on account
begin update reference_stamp set value = value + 1 where source = 'account'; end;

create trigger organisation_stamp_insert after insert on organisation begin update reference_stamp set value = value + 1 where source = 'organisation'; end;
create trigger organisation_stamp_delete after delete on organisation begin update reference_stamp set value = value + 1 where source = 'organisation'; end;
create trigger organisation_stamp_update after update on organisation begin update reference_stamp set value = value + 1 where source = 'organisation'; end;

create trigger mediator_stamp_insert after insert on mediator begin update reference_stamp set value = value + 1 where source = 'mediator'; end;
create trigger mediator_stamp_delete after delete on mediator begin update reference_stamp set value = value + 1 where source = 'mediator'; end;
create trigger mediator_stamp_update after update on mediator begin update reference_stamp set value = value + 1 where source = 'mediator'; end;

create trigger area_stamp_insert after insert on area begin update reference_stamp set value = value + 1 where source = 'area'; end;
create trigger area_stamp_delete after delete on area begin update reference_stamp set value = value + 1 where source = 'area'; end;
create trigger area_stamp_update after update on area begin update reference_stamp set value = value + 1 where source = 'area'; end;
