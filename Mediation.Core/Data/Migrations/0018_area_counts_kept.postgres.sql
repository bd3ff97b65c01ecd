-- Whatever changes a matter's row or a tally, its sums follow. In the order of the keys, so that two transactions do not wait for each other crosswise.
create function queue_day_keep() returns trigger language plpgsql as $$
begin
    -- Whoever copies a whole installation copies the sums too.
    if current_setting('mediation.copying', true) = 'on' then
        return null;
    end if;
    if tg_op = 'UPDATE' then
        if old.closed_at is not null and new.closed_at is not null then
            return null;
        end if;
        if (old.town_code, old.due_on, old.closed_at is null, old.waiting, old.level, old.host_id is null, old.returned, old.tier, old.status)
            = (new.town_code, new.due_on, new.closed_at is null, new.waiting, new.level, new.host_id is null, new.returned, new.tier, new.status) then
            return null;
        end if;
    end if;
    insert into queue_day (district_code, town_code, due_on, total, waiting, red, unassigned, returned, flagged, open_village, open_town, open_district)
    select new.district_code, change.town_code, change.due_on, sum(change.total), sum(change.waiting), sum(change.red), sum(change.unassigned), sum(change.returned), sum(change.flagged), sum(change.open_village), sum(change.open_town), sum(change.open_district)
    from (
        select place.town_code, new.due_on, 1 as total, case when new.waiting = 1 then 1 else 0 end as waiting, case when new.level = 'Red' then 1 else 0 end as red, case when new.host_id is null and new.waiting = 0 then 1 else 0 end as unassigned, case when new.returned = 1 then 1 else 0 end as returned, case when new.waiting = 1 or new.level = 'Red' or new.host_id is null or new.returned = 1 then 1 else 0 end as flagged, case when new.tier = 'Village' and new.status <> 'ReferredOut' then 1 else 0 end as open_village, case when new.tier = 'Town' and new.status <> 'ReferredOut' then 1 else 0 end as open_town, case when new.tier = 'District' and new.status <> 'ReferredOut' then 1 else 0 end as open_district
        from (values (0::bigint), (new.town_code)) as place (town_code)
        where new.closed_at is null
        union all
        select place.town_code, old.due_on, -1 as total, -(case when old.waiting = 1 then 1 else 0 end) as waiting, -(case when old.level = 'Red' then 1 else 0 end) as red, -(case when old.host_id is null and old.waiting = 0 then 1 else 0 end) as unassigned, -(case when old.returned = 1 then 1 else 0 end) as returned, -(case when old.waiting = 1 or old.level = 'Red' or old.host_id is null or old.returned = 1 then 1 else 0 end) as flagged, -(case when old.tier = 'Village' and old.status <> 'ReferredOut' then 1 else 0 end) as open_village, -(case when old.tier = 'Town' and old.status <> 'ReferredOut' then 1 else 0 end) as open_town, -(case when old.tier = 'District' and old.status <> 'ReferredOut' then 1 else 0 end) as open_district
        from (values (0::bigint), (old.town_code)) as place (town_code)
        where tg_op = 'UPDATE' and old.closed_at is null) as change
    group by change.town_code, change.due_on
    order by change.town_code, change.due_on
    on conflict (district_code, town_code, due_on) do update set
        total = queue_day.total + excluded.total, waiting = queue_day.waiting + excluded.waiting, red = queue_day.red + excluded.red,
        unassigned = queue_day.unassigned + excluded.unassigned, returned = queue_day.returned + excluded.returned,
        flagged = queue_day.flagged + excluded.flagged, open_village = queue_day.open_village + excluded.open_village,
        open_town = queue_day.open_town + excluded.open_town, open_district = queue_day.open_district + excluded.open_district;
    if tg_op = 'UPDATE' then
        delete from queue_day where district_code = old.district_code and town_code in (0, old.town_code) and due_on = old.due_on and total = 0;
    end if;
    return null;
end $$;

create trigger dispute_in_queue after insert or update on dispute for each row execute function queue_day_keep();

create function area_tally_keep() returns trigger language plpgsql as $$
begin
    -- Whoever copies a whole installation copies the sums too.
    if current_setting('mediation.copying', true) = 'on' then
        return null;
    end if;
    insert into area_tally (district_code, town_code, month, tier, category, found, mediated, succeeded, major_found, major_mediated, major_succeeded, under50, under100, under500, from500, registered, moved_in, moved_out, referred_out, resolved, lawfully_ended, reopened, sent_up, carried_over_mediated)
    select new.district_code, place.town_code, new.month, new.tier, new.category,
        case when tg_op = 'UPDATE' then new.found - old.found else new.found end,
        case when tg_op = 'UPDATE' then new.mediated - old.mediated else new.mediated end,
        case when tg_op = 'UPDATE' then new.succeeded - old.succeeded else new.succeeded end,
        case when tg_op = 'UPDATE' then new.major_found - old.major_found else new.major_found end,
        case when tg_op = 'UPDATE' then new.major_mediated - old.major_mediated else new.major_mediated end,
        case when tg_op = 'UPDATE' then new.major_succeeded - old.major_succeeded else new.major_succeeded end,
        case when tg_op = 'UPDATE' then new.under50 - old.under50 else new.under50 end,
        case when tg_op = 'UPDATE' then new.under100 - old.under100 else new.under100 end,
        case when tg_op = 'UPDATE' then new.under500 - old.under500 else new.under500 end,
        case when tg_op = 'UPDATE' then new.from500 - old.from500 else new.from500 end,
        case when tg_op = 'UPDATE' then new.registered - old.registered else new.registered end,
        case when tg_op = 'UPDATE' then new.moved_in - old.moved_in else new.moved_in end,
        case when tg_op = 'UPDATE' then new.moved_out - old.moved_out else new.moved_out end,
        case when tg_op = 'UPDATE' then new.referred_out - old.referred_out else new.referred_out end,
        case when tg_op = 'UPDATE' then new.resolved - old.resolved else new.resolved end,
        case when tg_op = 'UPDATE' then new.lawfully_ended - old.lawfully_ended else new.lawfully_ended end,
        case when tg_op = 'UPDATE' then new.reopened - old.reopened else new.reopened end,
        case when tg_op = 'UPDATE' then new.sent_up - old.sent_up else new.sent_up end,
        case when tg_op = 'UPDATE' then new.carried_over_mediated - old.carried_over_mediated else new.carried_over_mediated end
    from (values (0::bigint), (new.town_code)) as place (town_code)
    order by place.town_code
    on conflict (district_code, town_code, month, tier, category) do update set
        found = area_tally.found + excluded.found, mediated = area_tally.mediated + excluded.mediated,
        succeeded = area_tally.succeeded + excluded.succeeded, major_found = area_tally.major_found + excluded.major_found,
        major_mediated = area_tally.major_mediated + excluded.major_mediated,
        major_succeeded = area_tally.major_succeeded + excluded.major_succeeded, under50 = area_tally.under50 + excluded.under50,
        under100 = area_tally.under100 + excluded.under100, under500 = area_tally.under500 + excluded.under500,
        from500 = area_tally.from500 + excluded.from500, registered = area_tally.registered + excluded.registered,
        moved_in = area_tally.moved_in + excluded.moved_in, moved_out = area_tally.moved_out + excluded.moved_out,
        referred_out = area_tally.referred_out + excluded.referred_out, resolved = area_tally.resolved + excluded.resolved,
        lawfully_ended = area_tally.lawfully_ended + excluded.lawfully_ended, reopened = area_tally.reopened + excluded.reopened,
        sent_up = area_tally.sent_up + excluded.sent_up, carried_over_mediated = area_tally.carried_over_mediated + excluded.carried_over_mediated;
    return null;
end $$;

create trigger tally_grows after insert or update on tally for each row execute function area_tally_keep();
