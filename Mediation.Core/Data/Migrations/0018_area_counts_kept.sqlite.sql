-- Whatever changes a matter's row or a tally, its sums follow.
create trigger dispute_enters_queue after insert on dispute when new.closed_at is null
begin
    insert into queue_day (district_code, town_code, due_on, total, waiting, red, unassigned, returned, flagged, open_village, open_town, open_district)
    values
        (new.district_code, new.town_code, new.due_on, 1, case when new.waiting = 1 then 1 else 0 end, case when new.level = 'Red' then 1 else 0 end, case when new.host_id is null and new.waiting = 0 then 1 else 0 end, case when new.returned = 1 then 1 else 0 end, case when new.waiting = 1 or new.level = 'Red' or new.host_id is null or new.returned = 1 then 1 else 0 end, case when new.tier = 'Village' and new.status <> 'ReferredOut' then 1 else 0 end, case when new.tier = 'Town' and new.status <> 'ReferredOut' then 1 else 0 end, case when new.tier = 'District' and new.status <> 'ReferredOut' then 1 else 0 end),
        (new.district_code, 0, new.due_on, 1, case when new.waiting = 1 then 1 else 0 end, case when new.level = 'Red' then 1 else 0 end, case when new.host_id is null and new.waiting = 0 then 1 else 0 end, case when new.returned = 1 then 1 else 0 end, case when new.waiting = 1 or new.level = 'Red' or new.host_id is null or new.returned = 1 then 1 else 0 end, case when new.tier = 'Village' and new.status <> 'ReferredOut' then 1 else 0 end, case when new.tier = 'Town' and new.status <> 'ReferredOut' then 1 else 0 end, case when new.tier = 'District' and new.status <> 'ReferredOut' then 1 else 0 end)
    on conflict (district_code, town_code, due_on) do update set
        total = queue_day.total + excluded.total, waiting = queue_day.waiting + excluded.waiting, red = queue_day.red + excluded.red,
        unassigned = queue_day.unassigned + excluded.unassigned, returned = queue_day.returned + excluded.returned,
        flagged = queue_day.flagged + excluded.flagged, open_village = queue_day.open_village + excluded.open_village,
        open_town = queue_day.open_town + excluded.open_town, open_district = queue_day.open_district + excluded.open_district;
end;

create trigger dispute_moves_in_queue after update on dispute
when (old.closed_at is null or new.closed_at is null) and (old.town_code <> new.town_code or old.due_on <> new.due_on or (old.closed_at is null) <> (new.closed_at is null)
    or old.waiting <> new.waiting or old.level <> new.level or (old.host_id is null) <> (new.host_id is null) or old.returned <> new.returned or old.tier <> new.tier
    or old.status <> new.status)
begin
    update queue_day
    set total = total - 1, waiting = waiting - (case when old.waiting = 1 then 1 else 0 end),
        red = red - (case when old.level = 'Red' then 1 else 0 end),
        unassigned = unassigned - (case when old.host_id is null and old.waiting = 0 then 1 else 0 end),
        returned = returned - (case when old.returned = 1 then 1 else 0 end),
        flagged = flagged - (case when old.waiting = 1 or old.level = 'Red' or old.host_id is null or old.returned = 1 then 1 else 0 end),
        open_village = open_village - (case when old.tier = 'Village' and old.status <> 'ReferredOut' then 1 else 0 end),
        open_town = open_town - (case when old.tier = 'Town' and old.status <> 'ReferredOut' then 1 else 0 end),
        open_district = open_district - (case when old.tier = 'District' and old.status <> 'ReferredOut' then 1 else 0 end)
    where old.closed_at is null and district_code = old.district_code and town_code in (0, old.town_code) and due_on = old.due_on;
    delete from queue_day where district_code = old.district_code and town_code in (0, old.town_code) and due_on = old.due_on and total = 0;
    insert into queue_day (district_code, town_code, due_on, total, waiting, red, unassigned, returned, flagged, open_village, open_town, open_district)
    select * from (
        select new.district_code, new.town_code, new.due_on, 1, case when new.waiting = 1 then 1 else 0 end, case when new.level = 'Red' then 1 else 0 end, case when new.host_id is null and new.waiting = 0 then 1 else 0 end, case when new.returned = 1 then 1 else 0 end, case when new.waiting = 1 or new.level = 'Red' or new.host_id is null or new.returned = 1 then 1 else 0 end, case when new.tier = 'Village' and new.status <> 'ReferredOut' then 1 else 0 end, case when new.tier = 'Town' and new.status <> 'ReferredOut' then 1 else 0 end, case when new.tier = 'District' and new.status <> 'ReferredOut' then 1 else 0 end
        union all
        select new.district_code, 0, new.due_on, 1, case when new.waiting = 1 then 1 else 0 end, case when new.level = 'Red' then 1 else 0 end, case when new.host_id is null and new.waiting = 0 then 1 else 0 end, case when new.returned = 1 then 1 else 0 end, case when new.waiting = 1 or new.level = 'Red' or new.host_id is null or new.returned = 1 then 1 else 0 end, case when new.tier = 'Village' and new.status <> 'ReferredOut' then 1 else 0 end, case when new.tier = 'Town' and new.status <> 'ReferredOut' then 1 else 0 end, case when new.tier = 'District' and new.status <> 'ReferredOut' then 1 else 0 end)
    where new.closed_at is null
    on conflict (district_code, town_code, due_on) do update set
        total = queue_day.total + excluded.total, waiting = queue_day.waiting + excluded.waiting, red = queue_day.red + excluded.red,
        unassigned = queue_day.unassigned + excluded.unassigned, returned = queue_day.returned + excluded.returned,
        flagged = queue_day.flagged + excluded.flagged, open_village = queue_day.open_village + excluded.open_village,
        open_town = queue_day.open_town + excluded.open_town, open_district = queue_day.open_district + excluded.open_district;
end;

create trigger tally_begins after insert on tally
begin
    insert into area_tally (district_code, town_code, month, tier, category, found, mediated, succeeded, major_found, major_mediated, major_succeeded, under50, under100, under500, from500, registered, moved_in, moved_out, referred_out, resolved, lawfully_ended, reopened, sent_up, carried_over_mediated)
    values
        (new.district_code, new.town_code, new.month, new.tier, new.category, new.found, new.mediated, new.succeeded, new.major_found, new.major_mediated, new.major_succeeded, new.under50, new.under100, new.under500, new.from500, new.registered, new.moved_in, new.moved_out, new.referred_out, new.resolved, new.lawfully_ended, new.reopened, new.sent_up, new.carried_over_mediated),
        (new.district_code, 0, new.month, new.tier, new.category, new.found, new.mediated, new.succeeded, new.major_found, new.major_mediated, new.major_succeeded, new.under50, new.under100, new.under500, new.from500, new.registered, new.moved_in, new.moved_out, new.referred_out, new.resolved, new.lawfully_ended, new.reopened, new.sent_up, new.carried_over_mediated)
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
end;

create trigger tally_grows after update on tally
begin
    update area_tally
    set found = found + new.found - old.found, mediated = mediated + new.mediated - old.mediated,
        succeeded = succeeded + new.succeeded - old.succeeded, major_found = major_found + new.major_found - old.major_found,
        major_mediated = major_mediated + new.major_mediated - old.major_mediated,
        major_succeeded = major_succeeded + new.major_succeeded - old.major_succeeded, under50 = under50 + new.under50 - old.under50,
        under100 = under100 + new.under100 - old.under100, under500 = under500 + new.under500 - old.under500,
        from500 = from500 + new.from500 - old.from500, registered = registered + new.registered - old.registered,
        moved_in = moved_in + new.moved_in - old.moved_in, moved_out = moved_out + new.moved_out - old.moved_out,
        referred_out = referred_out + new.referred_out - old.referred_out, resolved = resolved + new.resolved - old.resolved,
        lawfully_ended = lawfully_ended + new.lawfully_ended - old.lawfully_ended, reopened = reopened + new.reopened - old.reopened,
        sent_up = sent_up + new.sent_up - old.sent_up,
        carried_over_mediated = carried_over_mediated + new.carried_over_mediated - old.carried_over_mediated
    where district_code = new.district_code and town_code in (0, new.town_code) and month = new.month and tier = new.tier and category = new.category;
end;
