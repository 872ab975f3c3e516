<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActionButtons</name>
    <message numerus="yes">
        <source>&amp;Authorize %n device(s), %1</source>
        <comment>%1 a preset</comment>
        <translation>
            <numerusform>&amp;Authorize %n device, %1</numerusform>
            <numerusform>&amp;Authorize %n devices, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActionSubject</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n site</numerusform>
            <numerusform>%n sites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n controller(s) · %1</source>
        <translation>
            <numerusform>%n controller · %1</numerusform>
            <numerusform>%n controllers · %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them is left out. %1</source>
        <translation>
            <numerusform>%n of them is left out. %1</numerusform>
            <numerusform>%n of them are left out. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AdmissionDialog</name>
    <message numerus="yes">
        <source>%1 may have %n device(s) here. Let %2 in as well?</source>
        <comment>guest and device</comment>
        <translation>
            <numerusform>%1 may have %n device here. Let %2 in as well?</numerusform>
            <numerusform>%1 may have %n devices here. Let %2 in as well?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message numerus="yes">
        <source>Gatehouse ended before it knew what came of %n action(s), and the controller does not tell. Look at them, and say that you saw them.</source>
        <translation>
            <numerusform>Gatehouse ended before it knew what came of %n action, and the controller does not tell. Look at it, and say that you saw it.</numerusform>
            <numerusform>Gatehouse ended before it knew what came of %n actions, and the controller does not tell. Look at them, and say that you saw them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchLine</name>
    <message numerus="yes">
        <source>%1: %2 of %n device(s) done</source>
        <extracomment>%1 an action such as Authorize</extracomment>
        <translation>
            <numerusform>%1: %2 of %n device done</numerusform>
            <numerusform>%1: %2 of %n devices done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: all %n device(s) confirmed by the controller.</source>
        <translation>
            <numerusform>%1: one device confirmed by the controller.</numerusform>
            <numerusform>%1: all %n devices confirmed by the controller.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 confirmed, %n not. Each row says why.</source>
        <translation>
            <numerusform>%1: %2 confirmed, %n not. Its row says why.</numerusform>
            <numerusform>%1: %2 confirmed, %n not. Each row says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CapabilityList</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n site(s): %1</source>
        <translation>
            <numerusform>%n site: %1</numerusform>
            <numerusform>%n sites: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClientDetails</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClientsCommand</name>
    <message numerus="yes">
        <source>The authorizations of %n client(s) were not read; narrow the list with --search.</source>
        <translation>
            <numerusform>The authorization of %n client was not read; narrow the list with --search.</numerusform>
            <numerusform>The authorizations of %n clients were not read; narrow the list with --search.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClientsPage</name>
    <message numerus="yes">
        <source>%n new</source>
        <extracomment>how many rows have come while somebody is in the list</extracomment>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>%n device(s) for each %1. %2</source>
        <extracomment>%n devices for each %1, &quot;login ID&quot; or &quot;room&quot;; %2 what happens at one more</extracomment>
        <translation>
            <numerusform>%n device for each %1. %2</numerusform>
            <numerusform>%n devices for each %1. %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EnforceCommand</name>
    <message numerus="yes">
        <source>No login is on more than %n device(s).</source>
        <translation>
            <numerusform>No login is on more than %n device.</numerusform>
            <numerusform>No login is on more than %n devices.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more row(s) that cannot be used</source>
        <translation>
            <numerusform>and %n more row that cannot be used</numerusform>
            <numerusform>and %n more rows that cannot be used</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message numerus="yes">
        <source>%n record(s) will be erased.</source>
        <translation>
            <numerusform>%n record will be erased.</numerusform>
            <numerusform>%n records will be erased.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n records will be erased.</source>
        <translation>
            <numerusform>More than %n record will be erased.</numerusform>
            <numerusform>More than %n records will be erased.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message numerus="yes">
        <source>The controller asks to wait %n second(s) before the next request.</source>
        <translation>
            <numerusform>The controller asks to wait %n second before the next request.</numerusform>
            <numerusform>The controller asks to wait %n seconds before the next request.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After too many wrong passwords the controller takes no sign-in for %n minute(s).</source>
        <translation>
            <numerusform>After too many wrong passwords the controller takes no sign-in for %n minute.</numerusform>
            <numerusform>After too many wrong passwords the controller takes no sign-in for %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message numerus="yes">
        <source>%n clients</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryCareCommand</name>
    <message numerus="yes">
        <source>%n record(s), none changed, removed or added. Head: %1</source>
        <translation>
            <numerusform>%n record, not changed, removed or added. Head: %1</numerusform>
            <numerusform>%n records, none changed, removed or added. Head: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) imported and verified.</source>
        <translation>
            <numerusform>%n record imported and verified.</numerusform>
            <numerusform>%n records imported and verified.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) would be erased.</source>
        <translation>
            <numerusform>%n record would be erased.</numerusform>
            <numerusform>%n records would be erased.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) erased.</source>
        <translation>
            <numerusform>%n record erased.</numerusform>
            <numerusform>%n records erased.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryCommand</name>
    <message numerus="yes">
        <source>%n record(s) written.</source>
        <translation>
            <numerusform>%n record written.</numerusform>
            <numerusform>%n records written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryRecordPanel</name>
    <message numerus="yes">
        <source>%n records selected.</source>
        <translation>
            <numerusform>%n record selected.</numerusform>
            <numerusform>%n records selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryTasks</name>
    <message numerus="yes">
        <source>The history is whole: all %n records are in place and unchanged. Its newest seal is %1.</source>
        <translation>
            <numerusform>The history is whole: its %n record is in place and unchanged. Its newest seal is %1.</numerusform>
            <numerusform>The history is whole: all %n records are in place and unchanged. Its newest seal is %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records were written to %1.</source>
        <translation>
            <numerusform>%n record was written to %1.</numerusform>
            <numerusform>%n records were written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryTimeline</name>
    <message numerus="yes">
        <source>%n action(s), %1</source>
        <comment>number and span of time</comment>
        <translation>
            <numerusform>%n action, %1</numerusform>
            <numerusform>%n actions, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Limitation</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PresetEditor</name>
    <message numerus="yes">
        <source> day(s)</source>
        <comment>behind a number</comment>
        <translation>
            <numerusform> day</numerusform>
            <numerusform> days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsWaitingRoom</name>
    <message numerus="yes">
        <source>%n device(s) wait of which it is not clear on which controller. Enter the portal address above on each controller.</source>
        <translation>
            <numerusform>%n device waits of which it is not clear on which controller. Enter the portal address above on each controller.</numerusform>
            <numerusform>%n devices wait of which it is not clear on which controller. Enter the portal address above on each controller.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SiteTreeModel</name>
    <message numerus="yes">
        <source>All sites, %n waiting</source>
        <translation>
            <numerusform>All sites, %n waiting</numerusform>
            <numerusform>All sites, %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n waiting</source>
        <extracomment>%1 a controller&apos;s name, %2 its state such as &quot;Connected&quot;</extracomment>
        <translation>
            <numerusform>%1, %2, %n waiting</numerusform>
            <numerusform>%1, %2, %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <extracomment>%1 a site&apos;s name</extracomment>
        <translation>
            <numerusform>%1, %n waiting</numerusform>
            <numerusform>%1, %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TestControllerCommand</name>
    <message numerus="yes">
        <source>%1: %2, %n site(s). Nothing was changed.</source>
        <translation>
            <numerusform>%1: %2, %n site. Nothing was changed.</numerusform>
            <numerusform>%1: %2, %n sites. Nothing was changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantity</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
</TS>
