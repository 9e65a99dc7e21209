//! The tables, as the migrations make them on both databases.
diesel::table! {
    body (id) {
        id -> Text,
        name -> Text,
        created -> Text,
    }
}

diesel::table! {
    chain (body) {
        body -> Text,
        number -> BigInt,
        digest -> Text,
        last_id -> BigInt,
    }
}

diesel::table! {
    audit (body, number) {
        body -> Text,
        number -> BigInt,
        batch -> BigInt,
        at -> Text,
        account -> Nullable<BigInt>,
        author -> Text,
        action -> Text,
        plan -> Nullable<BigInt>,
        record -> Nullable<BigInt>,
        field -> Nullable<Text>,
        before -> Nullable<Text>,
        after -> Nullable<Text>,
        reason -> Nullable<Text>,
        previous -> Text,
        digest -> Text,
    }
}

diesel::table! {
    plan (body, id) {
        body -> Text,
        id -> BigInt,
        title -> Text,
        year -> BigInt,
        revision -> BigInt,
        last_record -> BigInt,
        created -> Text,
        archived -> Nullable<Text>,
    }
}

diesel::table! {
    record (body, plan, id) {
        body -> Text,
        plan -> BigInt,
        id -> BigInt,
        kind -> Text,
        position -> BigInt,
        fields -> Text,
    }
}

diesel::table! {
    account (body, id) {
        body -> Text,
        id -> BigInt,
        login -> Text,
        name -> Text,
        mail -> Nullable<Text>,
        password -> Nullable<Text>,
        language -> Nullable<Text>,
        disabled -> Nullable<Text>,
        locked_until -> Nullable<Text>,
        created -> Text,
    }
}

diesel::table! {
    role_grant (body, id) {
        body -> Text,
        id -> BigInt,
        account -> BigInt,
        role -> Text,
        unit -> Text,
        valid_from -> Nullable<Text>,
        valid_until -> Nullable<Text>,
    }
}

diesel::table! {
    session (body, digest) {
        body -> Text,
        digest -> Text,
        account -> BigInt,
        created -> Text,
        last_seen -> Text,
        expires -> Text,
        idle_seconds -> BigInt,
    }
}

diesel::table! {
    attempt (body, kind, name) {
        body -> Text,
        kind -> Text,
        name -> Text,
        failures -> BigInt,
        first -> Text,
        last -> Text,
        locked_until -> Nullable<Text>,
    }
}

diesel::table! {
    campaign (body, id) {
        body -> Text,
        id -> BigInt,
        plan -> BigInt,
        checkpoint -> Text,
        due -> Text,
        state -> Text,
        opened_at -> Text,
        opened_by -> Text,
        closed_at -> Nullable<Text>,
        closed_by -> Nullable<Text>,
        reopening_reason -> Nullable<Text>,
    }
}

diesel::table! {
    entry (body, campaign, record) {
        body -> Text,
        campaign -> BigInt,
        record -> BigInt,
        owner -> Text,
        assignee -> Nullable<BigInt>,
        step -> Text,
        comment -> Nullable<Text>,
        changed_at -> Text,
        changed_by -> Text,
    }
}

diesel::table! {
    evidence (body, id) {
        body -> Text,
        id -> BigInt,
        plan -> BigInt,
        record -> BigInt,
        period -> Text,
        file_name -> Text,
        media_type -> Text,
        size -> BigInt,
        digest -> Text,
        content -> Binary,
        author -> Text,
        at -> Text,
        removed -> Nullable<Text>,
    }
}

diesel::table! {
    remark (body, id) {
        body -> Text,
        id -> BigInt,
        plan -> BigInt,
        record -> Nullable<BigInt>,
        account -> Nullable<BigInt>,
        author -> Text,
        text -> Text,
        at -> Text,
    }
}

diesel::table! {
    document (body, id) {
        body -> Text,
        id -> BigInt,
        plan -> BigInt,
        kind -> Text,
        format -> Text,
        at_date -> Text,
        revision -> BigInt,
        file_name -> Text,
        digest -> Text,
        author -> Text,
        created -> Text,
        content -> Binary,
    }
}

diesel::table! {
    draft_text (body, account, page) {
        body -> Text,
        account -> BigInt,
        page -> Text,
        content -> Text,
        at -> Text,
    }
}

diesel::table! {
    sent_mail (body, id) {
        body -> Text,
        id -> BigInt,
        account -> Nullable<BigInt>,
        recipient -> Text,
        subject -> Text,
        cause -> Text,
        at -> Text,
    }
}
diesel::allow_tables_to_appear_in_same_query!(account, session);
diesel::allow_tables_to_appear_in_same_query!(campaign, entry);
