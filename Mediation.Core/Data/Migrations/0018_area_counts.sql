-- Sums of the tallies over the villages of a town, and of a whole district (town_code 0): a month costs the same at any size.
create table area_tally (
    district_code          bigint not null,
    town_code              bigint not null,
    month                  integer not null,
    tier                   text not null,
    category               integer not null,
    found                  integer not null,
    mediated               integer not null,
    succeeded              integer not null,
    major_found            integer not null,
    major_mediated         integer not null,
    major_succeeded        integer not null,
    under50                integer not null,
    under100               integer not null,
    under500               integer not null,
    from500                integer not null,
    registered             integer not null,
    moved_in               integer not null,
    moved_out              integer not null,
    referred_out           integer not null,
    resolved               integer not null,
    lawfully_ended         integer not null,
    reopened               integer not null,
    sent_up                integer not null,
    carried_over_mediated  integer not null,
    primary key (district_code, town_code, month, tier, category)
) {clustered};

insert into area_tally
select district_code, town_code, month, tier, category,
    sum(found), sum(mediated), sum(succeeded), sum(major_found), sum(major_mediated), sum(major_succeeded), sum(under50), sum(under100),
    sum(under500), sum(from500), sum(registered), sum(moved_in), sum(moved_out), sum(referred_out), sum(resolved), sum(lawfully_ended),
    sum(reopened), sum(sent_up), sum(carried_over_mediated)
from tally
group by district_code, town_code, month, tier, category
union all
select district_code, 0, month, tier, category,
    sum(found), sum(mediated), sum(succeeded), sum(major_found), sum(major_mediated), sum(major_succeeded), sum(under50), sum(under100),
    sum(under500), sum(from500), sum(registered), sum(moved_in), sum(moved_out), sum(referred_out), sum(resolved), sum(lawfully_ended),
    sum(reopened), sum(sent_up), sum(carried_over_mediated)
from tally
group by district_code, month, tier, category;

-- The open matters of a town, and of a whole district (town_code 0), by the day by which somebody acts: the queue's counts cost the same at any size.
-- `flagged` stands in the queue whatever the day; the last three are those that count as open at a tier.
create table queue_day (
    district_code  bigint not null,
    town_code      bigint not null,
    due_on         {date} not null,
    total          integer not null,
    waiting        integer not null,
    red            integer not null,
    unassigned     integer not null,
    returned       integer not null,
    flagged        integer not null,
    open_village   integer not null,
    open_town      integer not null,
    open_district  integer not null,
    primary key (district_code, town_code, due_on)
) {clustered};

insert into queue_day
select district_code, town_code, due_on, count(*), sum(case when waiting = 1 then 1 else 0 end), sum(case when level = 'Red' then 1 else 0 end),
    sum(case when host_id is null and waiting = 0 then 1 else 0 end), sum(case when returned = 1 then 1 else 0 end),
    sum(case when waiting = 1 or level = 'Red' or host_id is null or returned = 1 then 1 else 0 end),
    sum(case when tier = 'Village' and status <> 'ReferredOut' then 1 else 0 end),
    sum(case when tier = 'Town' and status <> 'ReferredOut' then 1 else 0 end),
    sum(case when tier = 'District' and status <> 'ReferredOut' then 1 else 0 end)
from dispute
where closed_at is null
group by district_code, town_code, due_on
union all
select district_code, 0, due_on, count(*), sum(case when waiting = 1 then 1 else 0 end), sum(case when level = 'Red' then 1 else 0 end),
    sum(case when host_id is null and waiting = 0 then 1 else 0 end), sum(case when returned = 1 then 1 else 0 end),
    sum(case when waiting = 1 or level = 'Red' or host_id is null or returned = 1 then 1 else 0 end),
    sum(case when tier = 'Village' and status <> 'ReferredOut' then 1 else 0 end),
    sum(case when tier = 'Town' and status <> 'ReferredOut' then 1 else 0 end),
    sum(case when tier = 'District' and status <> 'ReferredOut' then 1 else 0 end)
from dispute
where closed_at is null
group by district_code, due_on;

-- Which matters are open? The watches walk them in this order.
create index dispute_open on dispute (district_code, id) where closed_at is null;

-- Does an organisation see a matter because it concerns it, and not by its area? Few are, and lists ask for those alone.
alter table involvement add column away smallint not null default 1;

update involvement
set away = 0
where exists (
    select 1
    from organisation
    join dispute on dispute.district_code = involvement.district_code and dispute.id = involvement.dispute_id
    where organisation.id = involvement.organisation_id and organisation.kind not in ('SectorCommittee', 'EnterpriseCommittee')
        and dispute.area_code >= organisation.area_code and dispute.area_code < organisation.area_code + case
            when organisation.area_code % 10000000000 = 0 then 10000000000
            when organisation.area_code % 100000000 = 0 then 100000000
            when organisation.area_code % 1000000 = 0 then 1000000
            when organisation.area_code % 1000 = 0 then 1000
            else 1 end);

-- A sector committee's ledger, and what others were sent from elsewhere, newest first.
create index involvement_away on involvement (organisation_id, received_at, dispute_id) where away = 1;
drop index involvement_ledger;
