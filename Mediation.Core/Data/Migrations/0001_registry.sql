-- The tree of areas. A code is the key; names repeat.
create table area (
    code        bigint not null primary key,
    name        text not null,
    parent      bigint,
    level       text not null,
    valid_from  {date} not null,
    valid_to    {date},
    successor   bigint,
    sample      smallint not null default 0
);

-- Which areas bear this name?
create index area_by_name on area (name, code);

create table organisation (
    id             {id} not null primary key,
    district_code  bigint not null,
    area_code      bigint not null,
    kind           text not null,
    tier           text not null,
    name           text not null,
    short_name     text not null,
    body           text not null,
    version        integer not null
);

-- Case numbers are told apart by it: unique in a district.
create unique index organisation_short_name on organisation (district_code, short_name);
-- Who answers in this area?
create index organisation_by_area on organisation (area_code, kind, id);

create table mediator (
    id               {id} not null primary key,
    organisation_id  {id} not null,
    district_code    bigint not null,
    area_code        bigint not null,
    name             text not null,
    status           text not null,
    body             text not null,
    version          integer not null
);

-- Who mediates in this organisation, and in this area?
create index mediator_by_organisation on mediator (organisation_id, id);
create index mediator_by_area on mediator (area_code, id);

create table account (
    id               {id} not null primary key,
    user_name        text not null unique,
    display_name     text not null,
    roles            text not null,
    organisation_id  {id} not null,
    mediator_id      {id},
    password_hash    text not null,
    stamp            {id} not null,
    failures         integer not null default 0,
    locked_until     {instant},
    blocked_at       {instant},
    blocked_reason   text
);

-- A leaving mediator's account is blocked with him.
create index account_by_mediator on account (mediator_id);

-- Rule sets, report definitions and calendars: data with versions.
create table rule_set (
    kind            text not null,
    version         text not null,
    effective_from  {date} not null,
    body            text not null,
    primary key (kind, version)
);

-- Keys made by this installation: digests of command bodies, of party names, of sign-in tickets.
create table secret (
    name   text not null primary key,
    value  text not null
);
