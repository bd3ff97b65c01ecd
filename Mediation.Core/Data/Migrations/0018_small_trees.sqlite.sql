-- Rows that are little more than their key lie in the tree of the key: one tree instead of two.
create table party_key_tree (
    district_code  bigint not null,
    digest         bigint not null,
    dispute_id     blob not null,
    primary key (district_code, digest, dispute_id)
) without rowid;
insert into party_key_tree select district_code, digest, dispute_id from party_key order by district_code, digest, dispute_id;
drop table party_key;
alter table party_key_tree rename to party_key;
create index party_key_of_dispute on party_key (district_code, dispute_id);

create table involvement_tree (
    district_code    bigint not null,
    organisation_id  blob not null,
    received_at      integer not null,
    dispute_id       blob not null,
    number           bigint not null default 0,
    away             smallint not null default 1,
    primary key (district_code, organisation_id, dispute_id)
) without rowid;
insert into involvement_tree
select district_code, organisation_id, received_at, dispute_id, number, away from involvement order by district_code, organisation_id, dispute_id;
drop table involvement;
alter table involvement_tree rename to involvement;
create index involvement_by_change on involvement (district_code, organisation_id, number);
create index involvement_away on involvement (organisation_id, received_at, dispute_id) where away = 1;

create table command_tree (
    id          blob not null primary key,
    account_id  blob not null,
    digest      blob not null,
    dispute_id  blob,
    version     integer not null,
    at          integer not null
) without rowid;
insert into command_tree select id, account_id, digest, dispute_id, version, at from command order by id;
drop table command;
alter table command_tree rename to command;

create table dispute_home_tree (
    id             blob not null primary key,
    district_code  bigint not null
) without rowid;
insert into dispute_home_tree select id, district_code from dispute_home order by id;
drop table dispute_home;
alter table dispute_home_tree rename to dispute_home;

create table case_number_tree (
    district_code    bigint not null,
    organisation_id  blob not null,
    year             integer not null,
    number           integer not null,
    dispute_id       blob not null,
    text             text not null,
    voided_reason    text,
    primary key (district_code, organisation_id, year, number)
) without rowid;
insert into case_number_tree
select district_code, organisation_id, year, number, dispute_id, text, voided_reason from case_number order by district_code, organisation_id, year, number;
drop table case_number;
alter table case_number_tree rename to case_number;
