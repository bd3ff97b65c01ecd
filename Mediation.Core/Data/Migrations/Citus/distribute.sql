-- Spreads the tables over the nodes of Citus, where that extension exists in this database; without it nothing happens. Run at every start behind the
-- numbered steps, so that an installation may take the extension up later and a new table follows; each table is named here once (a test says so).
do $step$
declare
    one text;
    guard record;
begin
    if not exists (select 1 from pg_extension where extname = 'citus') then
        return;
    end if;
    perform set_config('citus.multi_shard_modify_mode', 'sequential', true);
    -- The journal's row triggers refuse changes on every node.
    perform set_config('citus.enable_unsafe_triggers', 'on', true);
    execute format('alter database %I set citus.enable_unsafe_triggers = on', current_database());

    -- Triggers of statements are not taken: there TRUNCATE is revoked instead, from the owner too.
    for guard in
        select pg_class.relname as guarded, pg_trigger.tgname as name
        from pg_trigger
        join pg_class on pg_class.oid = pg_trigger.tgrelid
        where pg_trigger.tgname like '%\_no\_truncate' and not pg_trigger.tgisinternal
    loop
        execute format('drop trigger %I on %I', guard.name, guard.guarded);
        execute format('revoke truncate on %I from public, current_user', guard.guarded);
    end loop;

    -- Small, and joined by everything: whole on every node.
    foreach one in array array[
        'device', 'device_account', 'rule_set', 'secret'
    ] loop
        if not exists (select 1 from pg_dist_partition where logicalrelid = one::regclass) then
            perform create_reference_table(one::regclass);
        end if;
    end loop;

    -- Small too, but their triggers move the stamp, and a reference table takes no trigger; or of one row: they stay on the coordinator.
    foreach one in array array[
        'account', 'area', 'limit_look', 'mediator', 'organisation', 'reference_stamp', 'write_trial'
    ] loop
        if not exists (select 1 from pg_dist_partition where logicalrelid = one::regclass) then
            perform citus_add_local_table_to_metadata(one::regclass);
        end if;
    end loop;

    -- Looked up by an id alone: which district, done already, whose turn.
    foreach one in array array['access_log', 'command', 'dispute_home', 'export_job', 'handover_home', 'row_home'] loop
        if not exists (select 1 from pg_dist_partition where logicalrelid = one::regclass) then
            perform create_distributed_table(one::regclass, 'id', colocate_with => 'none');
        end if;
    end loop;
    foreach one in array array['content'] loop
        if not exists (select 1 from pg_dist_partition where logicalrelid = one::regclass) then
            perform create_distributed_table(one::regclass, 'sha256', colocate_with => 'none');
        end if;
    end loop;

    -- A district's rows lie together.
    foreach one in array array['dispute'] loop
        if not exists (select 1 from pg_dist_partition where logicalrelid = one::regclass) then
            perform create_distributed_table(one::regclass, 'district_code', colocate_with => 'none');
        end if;
    end loop;
    foreach one in array array[
        'analysis_meeting', 'area_tally', 'case_number', 'case_number_counter', 'change_counter', 'clock_reminder', 'content_use', 'desk_visit',
        'dispute_before', 'dispute_change', 'dispute_file', 'dispute_left', 'dossier_archive', 'dossier_sample',
        'dossier_sample_item', 'filed_case', 'filed_entry', 'form_serial', 'form_serial_counter', 'involvement', 'journal',
        'journal_personal', 'justice_return', 'late_change', 'late_submission', 'meeting_decision', 'monthly_report',
        'opening_figure', 'oversight', 'party_key', 'plan_contacts', 'queue_day', 'report_entry', 'report_reminder', 'score_adjustment',
        'score_appeal', 'score_correction', 'score_result', 'scoring_scheme', 'screening_campaign', 'screening_chase',
        'screening_lead', 'screening_return', 'sealed_case', 'sealed_entry', 'sealed_report', 'sealed_return', 'search_text',
        'stability_assessment', 'stroke', 'subsidy_payment', 'supervision_card', 'sync_entry', 'sync_export', 'tally', 'training',
        'training_attendance', 'upload', 'veto_flag'
    ] loop
        if not exists (select 1 from pg_dist_partition where logicalrelid = one::regclass) then
            perform create_distributed_table(one::regclass, 'district_code', colocate_with => 'dispute');
        end if;
    end loop;
end
$step$;
