-- One row, written while the disk was full or the database read-only, to learn when that is over.
create table write_trial (
    id  integer not null primary key,
    at  {instant} not null
);
