<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>CopyableText</name>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
</context>
<context>
    <name>DataField</name>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>Type an amount such as 500 MB or 2 GB, or no limit.</source>
        <translation>Geben Sie eine Menge wie 500 MB oder 2 GB ein, oder „kein Limit“.</translation>
    </message>
</context>
<context>
    <name>DurationField</name>
    <message>
        <source>%1 min, until %2</source>
        <translation>%1 min, bis %2</translation>
    </message>
    <message>
        <source>%1 min, until %2 %3</source>
        <extracomment>%2 is a day such as &quot;Sun&quot; or &quot;3 Dec&quot;, %3 a clock time</extracomment>
        <translation>%1 min, bis %2 %3</translation>
    </message>
    <message>
        <source>Type a time such as 2 h, 90 min, 3 days or until 11:00.</source>
        <translation>Geben Sie eine Zeit wie 2 h, 90 min, 3 Tage oder bis 11:00 ein.</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>It said: “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was cancelled before there was an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This value cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No computer with this name was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The controller cannot be reached at this address and port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something answers at this port, but it does not speak HTTPS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The controller&apos;s certificate is not trusted by this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The controller shows another certificate than the one you trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The controller took the request, but gave no answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The controller is busy or restarting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The controller asks to wait %n second(s) before the next request.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The controller asks to wait before the next request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gatehouse has no credentials for this controller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The controller does not accept these credentials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The controller ended the session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account may look but not do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The controller does not list this any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The controller does not know this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device is not on a guest network with a portal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The controller refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The controller&apos;s answer could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This controller cannot do that with the credentials it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain service answers on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain is locked, or the secret in it is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of the profile could not be read or written (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile was written by a newer version of Gatehouse. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling of the host name, or type the IP address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address, the port and that the controller is switched on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the controller&apos;s HTTPS port: 443, 8043, 8443 or 11443.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the fingerprint with the controller&apos;s, then trust this certificate once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever runs the controller whether its certificate was renewed, then review it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the device&apos;s state before you try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a minute; Gatehouse tries again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gatehouse waits and tries again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the controller&apos;s credentials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the credentials, or make new ones on the controller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use credentials of an account that may manage guests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the device is connected, then refresh the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the device uses the guest network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the list and look at the device before you try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the address belongs to a supported controller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a credential that can, or do it on the controller itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a keychain service (such as GNOME Keyring or KWallet), or keep the secret in memory for this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the keychain and try again, or enter the secret anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again, or keep the secret in memory for this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the profile folder exists, can be written and has space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newer version, or choose another profile folder with --profile.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message numerus="yes">
        <source>%n clients</source>
        <translation>
            <numerusform>%n Client</numerusform>
            <numerusform>%n Clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Limitation</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 h</source>
        <comment>days and hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kbit/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Mbit/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the controller&apos;s own duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between limits</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be between %2 and %3 on this controller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be set with the credentials that this controller has; it would need: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be set on this controller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device is authorized already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device is not authorized.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another action on this device is still under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device is not on a guest network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The controller did not say whether this device is authorized.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This controller needs the address that the device&apos;s browser was sent to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This controller can do this only while the device is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This controller cannot do that with the credentials it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The controller does not answer now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>%1 asked %2, got %3</source>
        <extracomment>%1 a limit such as &quot;Duration&quot;, %2 and %3 its values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <comment>between differences</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is authorized until %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is authorized.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The authorization of %1 now ends at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The authorization of %1 was extended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The authorization of %1 is cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is blocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no longer blocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed by the controller %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not confirmed: look at the device again in a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown: sent at %1, no proof either way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Confirmed by the controller at %2.</source>
        <extracomment>%1 a sentence such as &quot;Anna&apos;s iPhone is authorized until 14:00.&quot;, %2 a clock time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The controller did something else for %1: %2. Cancel the authorization and try again, or leave it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The controller took the request for %1, but its own state does not show it yet. Refresh and look at the device again before you repeat it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>device and sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The controller refused this for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request for %1 was sent, but it is unknown whether it took effect. Refresh and look at the device before you repeat it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device is also disconnected from the Wi-Fi and must authenticate again. It is not blocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device stays connected to the Wi-Fi, but must authenticate again. It is not blocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>days and hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day and time</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuantityField</name>
    <message>
        <source>no limit</source>
        <translation>kein Limit</translation>
    </message>
    <message>
        <source>This must be %1 or more.</source>
        <translation>Hier muss mindestens %1 stehen.</translation>
    </message>
    <message>
        <source>This controller takes %1 to %2.</source>
        <translation>Dieser Controller nimmt %1 bis %2 an.</translation>
    </message>
</context>
<context>
    <name>RateField</name>
    <message>
        <source>Type a rate such as 5 Mbit/s or 500 kbit/s, or no limit.</source>
        <translation>Geben Sie eine Rate wie 5 Mbit/s oder 500 kbit/s ein, oder „kein Limit“.</translation>
    </message>
</context>
<context>
    <name>Spinner</name>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Rückgängig (Strg+Z)</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>seconds that are left to undo</extracomment>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a guest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel authorization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by an API client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by voucher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by an operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the portal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a guest&apos;s authorization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorize a listed client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorize a captured redirect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorize an unlisted MAC address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a data limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a download limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set an upload limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend an authorization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel while connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel after the device has left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block and unblock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network name (SSID)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open API application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hotspot operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Controller account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TP-Link EAP Controller 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Omada 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Omada 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Omada 5 hotspot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Omada Open API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UniFi integration API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UniFi classic API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upload limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refreshing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the first answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected; last answer at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline since %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The next attempt is at %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantity</name>
    <message>
        <source>no limit|unlimited|none|-|∞</source>
        <extracomment>words for &quot;not limited&quot; that people may type, separated by |, lower case</extracomment>
        <translation>kein limit|ohne limit|unbegrenzt|keins|-|∞</translation>
    </message>
    <message>
        <source>h|hr|hrs|hour|hours</source>
        <translation>h|std|std.|stunde|stunden</translation>
    </message>
    <message>
        <source>m|min|mins|min.|minute|minutes</source>
        <translation>m|min|min.|minute|minuten</translation>
    </message>
    <message>
        <source>d|day|days</source>
        <translation>d|t|tag|tage|tagen</translation>
    </message>
    <message>
        <source>w|week|weeks</source>
        <translation>w|woche|wochen</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>until|till|to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 kbit/s</source>
        <translation>%1 kbit/s</translation>
    </message>
    <message>
        <source>%1 Mbit/s</source>
        <translation>%1 Mbit/s</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
</context>
</TS>
