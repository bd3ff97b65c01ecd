-- Of a closed matter only the closing can be taken back: what stood before earlier steps is of no use any more, and was the half of everything stored.
delete from dispute_before
where exists (
        select 1 from dispute
        where dispute.district_code = dispute_before.district_code and dispute.id = dispute_before.dispute_id and dispute.closed_at is not null)
    and exists (
        select 1 from dispute_before as later
        where later.district_code = dispute_before.district_code and later.dispute_id = dispute_before.dispute_id and later.sequence > dispute_before.sequence);
