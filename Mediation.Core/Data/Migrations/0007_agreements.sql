-- The vectors of signatures drawn on a screen; erasable, so neither in the file nor in the journal, which holds their salted digests.
create table stroke (
    district_code  bigint not null,
    dispute_id     {id} not null,
    id             {id} not null,
    vectors        text,
    salt           {bytes},
    primary key (district_code, dispute_id, id)
) {partitioned};

-- Pre-printed blanks: numbered per committee without a gap, each used once or spoilt.
create table form_serial (
    district_code    bigint not null,
    organisation_id  {id} not null,
    number           integer not null,
    kind             text not null,
    text             text not null,
    issued_on        {date} not null,
    dispute_id       {id},
    voided_reason    text,
    primary key (district_code, organisation_id, number)
) {partitioned};

-- Which blank bears this text?
create index form_serial_by_text on form_serial (district_code, text);

create table form_serial_counter (
    district_code    bigint not null,
    organisation_id  {id} not null,
    last             integer not null,
    primary key (district_code, organisation_id)
) {partitioned};
