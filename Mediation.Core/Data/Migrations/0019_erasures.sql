-- What was lawfully erased? The register beside the files is completed from it at every start.
create index journal_erased on journal (district_code, dispute_id, sequence) where event = 'Erased';
create index screening_lead_erased on screening_lead (district_code, id) where erased_on is not null;
create index desk_visit_erased on desk_visit (district_code, id) where erased_on is not null;
