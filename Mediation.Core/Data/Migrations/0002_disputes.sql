-- Finds the partition of an id and keeps ids unique across all of them.
create table dispute_home (
    id             {id} not null primary key,
    district_code  bigint not null
);

create table dispute (
    district_code   bigint not null,
    id              {id} not null,
    town_code       bigint not null,
    village_code    bigint not null,
    area_code       bigint not null,
    type            text not null,
    status          text not null,
    tier            text not null,
    level           text not null,
    responsible_id  {id} not null,
    holder_id       {id} not null,
    host_id         {id},
    waiting         smallint not null,
    returned        smallint not null,
    received_at     {instant} not null,
    due_on          {date} not null,
    late_on         {date},
    closed_at       {instant},
    version         integer not null,
    primary key (district_code, id)
) {partitioned};

-- The ledger of a village, a town, a district, newest first.
create index dispute_in_village on dispute (village_code, received_at, id);
create index dispute_in_town on dispute (town_code, received_at, id);
create index dispute_in_district on dispute (district_code, received_at, id);
-- The queue of a village, a town, a district, most urgent first, open rows only.
create index dispute_open_in_village on dispute (village_code, due_on, id) where closed_at is null;
create index dispute_open_in_town on dispute (town_code, due_on, id) where closed_at is null;
create index dispute_open_in_district on dispute (district_code, due_on, id) where closed_at is null;
-- What is on this mediator's desk? The workload is counted from it, never typed in.
create index dispute_open_of_host on dispute (host_id, id) where closed_at is null;

-- The whole file as it is now, personal texts included; rewritten by an erasure.
create table dispute_file (
    district_code  bigint not null,
    id             {id} not null,
    body           text not null,
    primary key (district_code, id)
) {partitioned};

-- The file before each step, for reversals; gone when the matter is closed or something is erased.
create table dispute_before (
    district_code  bigint not null,
    dispute_id     {id} not null,
    sequence       bigint not null,
    body           text not null,
    primary key (district_code, dispute_id, sequence)
) {partitioned};

create table journal (
    district_code    bigint not null,
    dispute_id       {id} not null,
    sequence         bigint not null,
    event            text not null,
    actor_id         {id} not null,
    organisation_id  {id} not null,
    on_date          {date} not null,
    device_time      {instant},
    server_time      {instant} not null,
    payload          text not null,
    hash             {bytes} not null,
    primary key (district_code, dispute_id, sequence)
) {partitioned};

{append_only journal}

-- The personal texts of a journal row, with their salts: erasable (PIPL 47).
create table journal_personal (
    district_code  bigint not null,
    dispute_id     {id} not null,
    sequence       bigint not null,
    fields         text not null,
    primary key (district_code, dispute_id, sequence)
) {partitioned};

-- Organisations that a matter concerns beside those of its area: former holders keep sight of it.
create table involvement (
    district_code    bigint not null,
    organisation_id  {id} not null,
    received_at      {instant} not null,
    dispute_id       {id} not null,
    primary key (district_code, organisation_id, dispute_id)
) {partitioned};

-- A sector committee's ledger, newest first.
create index involvement_ledger on involvement (organisation_id, received_at, dispute_id);

create table handover_home (
    id             {id} not null primary key,
    district_code  bigint not null,
    dispute_id     {id} not null
);

-- Keyed digests of party names, ids and phones: possible duplicates without reading names.
create table party_key (
    district_code  bigint not null,
    digest         bigint not null,
    dispute_id     {id} not null,
    primary key (district_code, digest, dispute_id)
) {partitioned};

create table command (
    id          {id} not null primary key,
    account_id  {id} not null,
    digest      {bytes} not null,
    dispute_id  {id},
    version     integer not null,
    at          {instant} not null
);

-- Case numbers: gap-free per organisation and year, never reused; a voided one stays with its reason.
create table case_number (
    district_code    bigint not null,
    organisation_id  {id} not null,
    year             integer not null,
    number           integer not null,
    dispute_id       {id} not null,
    text             text not null,
    voided_reason    text,
    primary key (district_code, organisation_id, year, number)
) {partitioned};

create table case_number_counter (
    district_code    bigint not null,
    organisation_id  {id} not null,
    year             integer not null,
    last             integer not null,
    primary key (district_code, organisation_id, year)
) {partitioned};

-- The monthly report's numbers, kept in the transaction of the journal row that changes them.
create table tally (
    district_code       bigint not null,
    town_code           bigint not null,
    village_code        bigint not null,
    month               integer not null,
    tier                text not null,
    category            integer not null,
    found               integer not null,
    mediated            integer not null,
    succeeded           integer not null,
    major_found         integer not null,
    major_mediated      integer not null,
    major_succeeded     integer not null,
    under50             integer not null,
    under100            integer not null,
    under500            integer not null,
    from500             integer not null,
    registered          integer not null,
    moved_in            integer not null,
    moved_out           integer not null,
    referred_out        integer not null,
    resolved            integer not null,
    lawfully_ended      integer not null,
    reopened            integer not null,
    sent_up             integer not null,
    carried_over_mediated  integer not null,
    primary key (district_code, month, village_code, tier, category)
) {partitioned};

-- A town's month.
create index tally_of_town on tally (town_code, month);

-- Who looked at what: reads, reveals and exports, for the auditor.
create table access_log (
    id               {id} not null primary key,
    at               {instant} not null,
    account_id       {id} not null,
    organisation_id  {id} not null,
    kind             text not null,
    district_code    bigint,
    dispute_id       {id},
    detail           text
);

create index access_log_by_time on access_log (at, id);
create index access_log_of_dispute on access_log (dispute_id, at);
