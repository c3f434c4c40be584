-- Cases: whoever leads the meeting moves a case on, on its item. Nothing else is kept of it.

create policy case_led on processing.processing for insert to peerage_app
    with check (module = 'cases' and thing_id = id and exists (select 1 from meetings.shared_item i
        where i.id = processing.id and i.kind = 'case' and i.group_id = processing.group_id
          and i.meeting_id = any (array(select meetings.my_led()))));
create policy case_led_on on processing.processing for update to peerage_app
    using (module = 'cases' and exists (select 1 from meetings.shared_item i
        where i.id = processing.id and i.meeting_id = any (array(select meetings.my_led()))));
