-- What the shares of a published table are counted by; rows older than these columns are filled in the background.
alter table dispute add column occurred_on {date};
alter table dispute add column source text;
alter table dispute add column outcome text;

-- What happened in a district between two days?
create index dispute_occurred_in_district on dispute (district_code, occurred_on, id);

-- The stock line's part of a dispute, so that tallies are the sums of their entries.
alter table report_entry add column registered smallint not null default 0;
alter table report_entry add column moved_in smallint not null default 0;
alter table report_entry add column moved_out smallint not null default 0;
alter table report_entry add column referred_out smallint not null default 0;
alter table report_entry add column resolved smallint not null default 0;
alter table report_entry add column lawfully_ended smallint not null default 0;
alter table report_entry add column reopened smallint not null default 0;
alter table report_entry add column sent_up smallint not null default 0;
alter table report_entry add column carried_over_mediated smallint not null default 0;

-- A unit's report of a month on its way up; figures are those that it was submitted with.
create table monthly_report (
    district_code    bigint not null,
    id               {id} not null,
    area_code        bigint not null,
    organisation_id  {id} not null,
    month            integer not null,
    state            text not null,
    parent_id        {id},
    body             text not null,
    figures          text,
    version          integer not null,
    primary key (district_code, id)
) {partitioned};

-- One report per unit and month (domain 5.5, B7).
create unique index monthly_report_of_unit on monthly_report (district_code, month, area_code);

-- What each dispute added when its unit submitted: to the month itself, and to earlier sealed ones (of_month before month).
create table filed_entry (
    district_code          bigint not null,
    report_id              {id} not null,
    town_code              bigint not null,
    village_code           bigint not null,
    dispute_id             {id} not null,
    of_month               integer not null,
    tier                   text not null,
    category               integer not null,
    found                  smallint not null,
    mediated               smallint not null,
    succeeded              smallint not null,
    major_found            smallint not null,
    major_mediated         smallint not null,
    major_succeeded        smallint not null,
    under50                smallint not null,
    under100               smallint not null,
    under500               smallint not null,
    from500                smallint not null,
    registered             smallint not null,
    moved_in               smallint not null,
    moved_out              smallint not null,
    referred_out           smallint not null,
    resolved               smallint not null,
    lawfully_ended         smallint not null,
    reopened               smallint not null,
    sent_up                smallint not null,
    carried_over_mediated  smallint not null,
    primary key (district_code, report_id, dispute_id, of_month, tier, category, village_code)
) {partitioned};

-- The same, sealed; nothing changes it ever again.
create table sealed_entry (
    district_code          bigint not null,
    month                  integer not null,
    town_code              bigint not null,
    village_code           bigint not null,
    dispute_id             {id} not null,
    of_month               integer not null,
    tier                   text not null,
    category               integer not null,
    found                  smallint not null,
    mediated               smallint not null,
    succeeded              smallint not null,
    major_found            smallint not null,
    major_mediated         smallint not null,
    major_succeeded        smallint not null,
    under50                smallint not null,
    under100               smallint not null,
    under500               smallint not null,
    from500                smallint not null,
    registered             smallint not null,
    moved_in               smallint not null,
    moved_out              smallint not null,
    referred_out           smallint not null,
    resolved               smallint not null,
    lawfully_ended         smallint not null,
    reopened               smallint not null,
    sent_up                smallint not null,
    carried_over_mediated  smallint not null,
    primary key (district_code, month, dispute_id, of_month, tier, category, village_code)
) {partitioned};

{append_only sealed_entry(month, dispute_id, of_month, tier, category, village_code)}

-- What was sealed for this dispute? And for a village, a town, in these months?
create index sealed_entry_of_dispute on sealed_entry (district_code, dispute_id);
create index sealed_entry_in_village on sealed_entry (village_code, month);
create index sealed_entry_in_town on sealed_entry (town_code, month);

-- The report of each unit as it was sealed.
create table sealed_report (
    district_code  bigint not null,
    month          integer not null,
    area_code      bigint not null,
    report_id      {id} not null,
    figures        text not null,
    sealed_at      {instant} not null,
    primary key (district_code, month, area_code)
) {partitioned};

{append_only sealed_report(month, area_code)}

-- Disputes whose part of a month changed after the month was over: what is sealed may differ from what is counted now.
create table late_change (
    district_code  bigint not null,
    dispute_id     {id} not null,
    primary key (district_code, dispute_id)
) {partitioned};

-- 期初: what a unit's paper reports said before this register was kept, signed once.
create table opening_figure (
    district_code    bigint not null,
    area_code        bigint not null,
    month            integer not null,
    id               {id} not null,
    organisation_id  {id} not null,
    body             text not null,
    primary key (district_code, area_code, month)
) {partitioned};

{append_only opening_figure(area_code, month)}

-- Who was reminded of a report that is not in, by whom and when; by nobody is by the clock, once.
create table report_reminder (
    district_code  bigint not null,
    id             {id} not null,
    area_code      bigint not null,
    month          integer not null,
    account_id     {id},
    note           text,
    at             {instant} not null,
    primary key (district_code, id)
) {partitioned};

create index report_reminder_of_month on report_reminder (district_code, month, area_code);
create unique index report_reminder_by_clock on report_reminder (district_code, month, area_code) where account_id is null;

-- 以案定补: one payment per dispute, whoever mediated and however often (domain 3.2); never changed.
create table subsidy_payment (
    district_code    bigint not null,
    dispute_id       {id} not null,
    month            integer not null,
    organisation_id  {id} not null,
    mediator_id      {id},
    kind             text not null,
    fen              bigint not null,
    note             text,
    paid_by          {id} not null,
    paid_at          {instant} not null,
    primary key (district_code, dispute_id)
) {partitioned};

{append_only subsidy_payment(dispute_id)}

-- Whose names stand in this dispute, to find look-alikes?
create index party_key_of_dispute on party_key (district_code, dispute_id);
