-- What the shares of a published table are counted by; rows older than these columns are filled in the background.
alter table dispute add column occurred_on {date};
alter table dispute add column source text;
alter table dispute add column outcome text;

-- What happened in a district between two days?
create index dispute_occurred_in_district on dispute (district_code, occurred_on, id);
