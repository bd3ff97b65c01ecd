-- A file on its way in; its bytes lie beside the database, and their number there is the truth.
create table upload (
    district_code  bigint not null,
    id             {id} not null,
    account_id     {id} not null,
    length         bigint not null,
    sha256         text,
    name           text,
    expires_at     {instant} not null,
    primary key (district_code, id)
) {partitioned};

-- What did nobody attach?
create index upload_by_expiry on upload (expires_at, id);
-- How many has this person open?
create index upload_of_account on upload (account_id);

-- Bytes that are kept under their hash, once however many name them.
create table content (
    sha256   text not null primary key,
    kept_at  {instant} not null
);

-- What did nobody name lately?
create index content_by_age on content (kept_at, sha256);

-- Who names these bytes: gone when nobody does.
create table content_use (
    district_code  bigint not null,
    sha256         text not null,
    dispute_id     {id} not null,
    attachment_id  {id} not null,
    primary key (district_code, sha256, dispute_id, attachment_id)
) {partitioned};

-- Do others name them?
create index content_use_by_hash on content_use (sha256);

-- Archived dossiers, for the reviewer's draw and for the end of their term.
create table dossier_archive (
    district_code    bigint not null,
    dispute_id       {id} not null,
    case_id          {id} not null,
    organisation_id  {id} not null,
    archived_on      {date} not null,
    term             text not null,
    ends_on          {date},
    primary key (district_code, dispute_id, case_id)
) {partitioned};

-- What was archived in these days; whose term is over.
create index dossier_archive_by_day on dossier_archive (district_code, archived_on);
create index dossier_archive_by_end on dossier_archive (district_code, ends_on, dispute_id, case_id);

-- A reviewer's draw: area, days, number and seed give the same dossiers again.
create table dossier_sample (
    district_code    bigint not null,
    id               {id} not null,
    account_id       {id} not null,
    organisation_id  {id} not null,
    under_code       bigint not null,
    from_date        {date} not null,
    to_date          {date} not null,
    asked            integer not null,
    candidates       integer not null,
    seed             integer not null,
    drawn_at         {instant} not null,
    primary key (district_code, id)
) {partitioned};

create index dossier_sample_of_organisation on dossier_sample (organisation_id, id);

create table dossier_sample_item (
    district_code  bigint not null,
    sample_id      {id} not null,
    place          integer not null,
    dispute_id     {id} not null,
    case_id        {id} not null,
    primary key (district_code, sample_id, place)
) {partitioned};

-- Was this dossier drawn?
create index dossier_sample_item_of_dispute on dossier_sample_item (dispute_id);
