<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ActionButtons</name>
    <message numerus="yes">
        <source>&amp;Authorize %n device(s), %1</source>
        <comment>%1 a preset</comment>
        <translation>
            <numerusform>%n Gerät &amp;freischalten, %1</numerusform>
            <numerusform>%n Geräte &amp;freischalten, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Authorize, %1</source>
        <comment>%1 a preset such as 24 h</comment>
        <translation>&amp;Freischalten, %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>names of actions, why they cannot be used</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between actions</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
</context>
<context>
    <name>ActionCommand</name>
    <message>
        <source>Give either --mac or --login.</source>
        <translation>Geben Sie entweder --mac oder --login an.</translation>
    </message>
    <message>
        <source>Give the device by --mac or --redirect.</source>
        <translation>Geben Sie das Gerät mit --mac oder --redirect an.</translation>
    </message>
    <message>
        <source>“%1” is not a MAC address.</source>
        <translation>„%1“ ist keine MAC-Adresse.</translation>
    </message>
    <message>
        <source>%1: this controller sets %2 instead of %3.</source>
        <translation>%1: Dieser Controller stellt %2 statt %3 ein.</translation>
    </message>
    <message>
        <source>%1 is not connected to this controller</source>
        <translation>%1 ist nicht mit diesem Controller verbunden</translation>
    </message>
    <message>
        <source>Not set: %1</source>
        <translation>Nicht eingestellt: %1</translation>
    </message>
    <message>
        <source>no site of this controller sends devices to this address</source>
        <translation>kein Standort dieses Controllers leitet Geräte zu dieser Adresse</translation>
    </message>
    <message>
        <source>This controller cannot list its sites: name one with --site.</source>
        <translation>Dieser Controller kann seine Standorte nicht auflisten: Nennen Sie einen mit --site.</translation>
    </message>
    <message>
        <source>%1 is not connected: say with --site where it is to be let in.</source>
        <translation>%1 ist nicht verbunden: Geben Sie mit --site an, wo das Gerät freigeschaltet werden soll.</translation>
    </message>
    <message>
        <source>This controller must be told a duration: %1 is asked.</source>
        <translation>Dieser Controller braucht eine Dauer: Angefragt wird %1.</translation>
    </message>
    <message>
        <source>Record %1: %2</source>
        <translation>Eintrag %1: %2</translation>
    </message>
    <message>
        <source>by the history the login %1 has no device in</source>
        <translation>laut Verlauf hat die Kennung %1 kein Gerät drin</translation>
    </message>
    <message>
        <source>The policy asks at the desk; here one more device is not let in. --at-limit cancel-oldest cancels the oldest one instead.</source>
        <translation>Die Regel fragt am Empfang; hier wird ein Gerät mehr nicht eingelassen. --at-limit cancel-oldest hebt stattdessen das älteste auf.</translation>
    </message>
</context>
<context>
    <name>ActionSubject</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n Gerät</numerusform>
            <numerusform>%n Geräte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · by the %3</source>
        <comment>controller, site, protocol</comment>
        <translation>%1 · %2 · über %3</translation>
    </message>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n Standort</numerusform>
            <numerusform>%n Standorte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>controller, number of sites</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n controller(s) · %1</source>
        <translation>
            <numerusform>%n Controller · %1</numerusform>
            <numerusform>%n Controller · %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them is left out. %1</source>
        <translation>
            <numerusform>%n davon wird ausgelassen. %1</numerusform>
            <numerusform>%n davon werden ausgelassen. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AddControllerCommand</name>
    <message>
        <source>There is no generation called “%1”.</source>
        <translation>Es gibt keine Generation namens „%1“.</translation>
    </message>
    <message>
        <source>There is a controller called “%1” already.</source>
        <translation>Einen Controller namens „%1“ gibt es bereits.</translation>
    </message>
    <message>
        <source>--time-unit takes ms, s or us, not “%1”.</source>
        <translation>--time-unit erlaubt ms, s oder us, nicht „%1“.</translation>
    </message>
    <message>
        <source>%1 cannot list its sites: name each one with --site.</source>
        <translation>%1 kann seine Standorte nicht auflisten: Nennen Sie jeden mit --site.</translation>
    </message>
    <message>
        <source>Added %1: %2 at %3.</source>
        <translation>%1 hinzugefügt: %2 unter %3.</translation>
    </message>
</context>
<context>
    <name>AddControllerDialog</name>
    <message>
        <source>Add controller</source>
        <translation>Controller hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Kind of credential</source>
        <translation>Art der Zugangsdaten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>&amp;Name in Gatehouse</source>
        <translation>&amp;Name in Gatehouse</translation>
    </message>
    <message>
        <source>What happens here</source>
        <translation>Was hier geschieht</translation>
    </message>
    <message>
        <source>Gatehouse looks what answers at the address. It sends no secret until you have seen who it is.</source>
        <translation>Gatehouse stellt fest, was unter der Adresse antwortet. Es sendet kein Geheimnis, bevor Sie gesehen haben, wer das ist.</translation>
    </message>
    <message>
        <source>It says which credential this controller needs, and where to make it.</source>
        <translation>Es sagt Ihnen, welche Zugangsdaten dieser Controller braucht und wo Sie sie anlegen.</translation>
    </message>
    <message>
        <source>Test signs in and lists what can be done. It changes nothing on the controller.</source>
        <translation>„Testen“ meldet sich an und listet auf, was möglich ist. Auf dem Controller wird dabei nichts geändert.</translation>
    </message>
    <message>
        <source>The secret goes into this computer&apos;s keychain, nowhere else.</source>
        <translation>Das Geheimnis wird im Schlüsselbund dieses Computers gespeichert und nirgendwo sonst.</translation>
    </message>
    <message>
        <source>Signing in and asking what can be done…</source>
        <translation>Anmelden und abfragen, was möglich ist…</translation>
    </message>
    <message>
        <source>Putting the secret into the keychain…</source>
        <translation>Geheimnis wird im Schlüsselbund gespeichert…</translation>
    </message>
    <message>
        <source>Adding the controller…</source>
        <translation>Controller wird hinzugefügt…</translation>
    </message>
    <message>
        <source>Nothing was changed on the controller.</source>
        <translation>Auf dem Controller wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Enter it</source>
        <translation>Eingeben</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Standorte</translation>
    </message>
    <message>
        <source>&amp;Sites</source>
        <translation>Stando&amp;rte</translation>
    </message>
    <message>
        <source>As the controller names them, with commas between</source>
        <translation>Wie im Controller benannt, durch Kommas getrennt</translation>
    </message>
</context>
<context>
    <name>AddCredentialCommand</name>
    <message>
        <source>%1 now has: %2.</source>
        <translation>%1 hat jetzt: %2.</translation>
    </message>
</context>
<context>
    <name>AddressSection</name>
    <message>
        <source> and </source>
        <comment>between protocols</comment>
        <translation> und </translation>
    </message>
    <message>
        <source>Found %1 at %2. Gatehouse speaks to it by the %3.</source>
        <translation>%1 unter %2 gefunden. Gatehouse verbindet sich über %3.</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Host or address</source>
        <translation>Host oder Adresse</translation>
    </message>
    <message>
        <source>192.168.1.1, unifi.example.org:8443 …</source>
        <translation>192.168.1.1, unifi.example.org:8443 …</translation>
    </message>
    <message>
        <source>&amp;Host or address</source>
        <translation>H&amp;ost oder Adresse</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>Looking at the usual ports for a controller…</source>
        <translation>An den üblichen Ports wird nach einem Controller gesucht…</translation>
    </message>
    <message>
        <source>%1 It knows no API keys.</source>
        <translation>%1 Dieser Controller kennt keine API-Schlüssel.</translation>
    </message>
</context>
<context>
    <name>AdmissionDialog</name>
    <message>
        <source>One device more</source>
        <translation>Ein Gerät mehr</translation>
    </message>
    <message>
        <source>&amp;End the oldest, let this one in</source>
        <translation>Ältestes b&amp;eenden, dieses einlassen</translation>
    </message>
    <message numerus="yes">
        <source>%1 may have %n device(s) here. Let %2 in as well?</source>
        <comment>guest and device</comment>
        <translation>
            <numerusform>%1 darf hier %n Gerät haben. %2 auch einlassen?</numerusform>
            <numerusform>%1 darf hier %n Geräte haben. %2 auch einlassen?</numerusform>
        </translation>
    </message>
    <message>
        <source>A device that is ended must sign in again, and is not blocked.</source>
        <translation>Ein beendetes Gerät muss sich neu anmelden und ist nicht blockiert.</translation>
    </message>
    <message>
        <source>&amp;Do not let it in</source>
        <translation>&amp;Nicht einlassen</translation>
    </message>
    <message>
        <source>Let it in &amp;as well</source>
        <translation>&amp;Auch einlassen</translation>
    </message>
    <message>
        <source>%1, in since %2</source>
        <extracomment>a device and since when it has been in</extracomment>
        <translation>%1, drin seit %2</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>There is no catalog for the language “%1”; English is used.</source>
        <translation>Für die Sprache „%1“ gibt es keine Übersetzung; Gatehouse erscheint auf Englisch.</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>Demo: the controllers and guests are simulated, and nothing is kept.</source>
        <translation>Demo: Controller und Gäste sind simuliert, und nichts wird gespeichert.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>controller, how it stands</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Review certificate…</source>
        <translation>Zertifikat prüfen…</translation>
    </message>
    <message>
        <source>Enter credentials…</source>
        <translation>Zugangsdaten eingeben…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Waiting for your keychain. Unlock it in the window that your system shows.</source>
        <translation>Gatehouse wartet auf den Schlüsselbund. Entsperren Sie ihn in dem Fenster, das Ihr System anzeigt.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Guests who are in stay in; nobody new can be let in until it answers.</source>
        <translation>Wer freigeschaltet ist, bleibt es; neue Gäste lassen sich erst freischalten, wenn der Controller wieder antwortet.</translation>
    </message>
    <message>
        <source>Show in history</source>
        <translation>Im Verlauf zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Gatehouse ended before it knew what came of %n action(s), and the controller does not tell. Look at them, and say that you saw them.</source>
        <translation>
            <numerusform>Gatehouse endete, bevor es wusste, was aus %n Aktion wurde, und der Controller sagt es nicht. Sehen Sie sie an und bestätigen Sie, dass Sie sie gesehen haben.</numerusform>
            <numerusform>Gatehouse endete, bevor es wusste, was aus %n Aktionen wurde, und der Controller sagt es nicht. Sehen Sie sie an und bestätigen Sie, dass Sie sie gesehen haben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuthorizeDialog</name>
    <message>
        <source>&amp;Authorize</source>
        <translation>&amp;Freischalten</translation>
    </message>
    <message>
        <source>Authorize %1</source>
        <translation>%1 freischalten</translation>
    </message>
    <message>
        <source>Authorize</source>
        <translation>Freischalten</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Zimmer</translation>
    </message>
    <message>
        <source>Login ID</source>
        <translation>Anmeldekennung</translation>
    </message>
    <message>
        <source>&amp;Guest</source>
        <translation>&amp;Gast</translation>
    </message>
    <message>
        <source>&amp;Room</source>
        <translation>&amp;Zimmer</translation>
    </message>
    <message>
        <source>Log&amp;in ID</source>
        <translation>&amp;Anmeldekennung</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>optional, for the history</source>
        <translation>optional, für den Verlauf</translation>
    </message>
    <message>
        <source>R&amp;eason</source>
        <translation>G&amp;rund</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a limit and its value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>This preset has limits that cannot be set here and will be left out: %1.</source>
        <translation>Diese Vorlage enthält Limits, die hier nicht einstellbar sind und weggelassen werden: %1.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between limits</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Another action on this device is still under way. Wait until it has ended, then try again.</source>
        <translation>Eine andere Aktion für dieses Gerät läuft noch. Warten Sie, bis sie beendet ist, und versuchen Sie es dann erneut.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>BatchLine</name>
    <message>
        <source>Select these</source>
        <translation>Diese auswählen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %n device(s) done</source>
        <extracomment>%1 an action such as Authorize</extracomment>
        <translation>
            <numerusform>%1: %2 von %n Gerät erledigt</numerusform>
            <numerusform>%1: %2 von %n Geräten erledigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: all %n device(s) confirmed by the controller.</source>
        <translation>
            <numerusform>%1: ein Gerät vom Controller bestätigt.</numerusform>
            <numerusform>%1: alle %n Geräte vom Controller bestätigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 confirmed, %n not. Each row says why.</source>
        <translation>
            <numerusform>%1: %2 bestätigt, %n nicht. Der Grund steht in der Zeile des Geräts.</numerusform>
            <numerusform>%1: %2 bestätigt, %n nicht. Der Grund steht in der Zeile jedes Geräts.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Copy results</source>
        <translation>Ergebnisse kopieren</translation>
    </message>
    <message>
        <source>Does not send what has not been sent yet. What was sent is followed to its end.</source>
        <translation>Was noch nicht gesendet wurde, wird nicht mehr gesendet. Was gesendet wurde, wird zu Ende verfolgt.</translation>
    </message>
</context>
<context>
    <name>BlockDialog</name>
    <message>
        <source>Block</source>
        <translation>Blockieren</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Blockierung aufheben</translation>
    </message>
    <message>
        <source>&amp;Block</source>
        <translation>&amp;Blockieren</translation>
    </message>
    <message>
        <source>&amp;Unblock</source>
        <translation>Blockierung &amp;aufheben</translation>
    </message>
    <message>
        <source>Shut %1 out of the network?</source>
        <translation>%1 vom Netzwerk ausschließen?</translation>
    </message>
    <message>
        <source>Let %1 into the network again?</source>
        <translation>%1 wieder ins Netzwerk lassen?</translation>
    </message>
    <message>
        <source>The device cannot connect any more, on no network of this site, until somebody unblocks it. To end only its authorization, cancel that instead.</source>
        <translation>Das Gerät kann sich mit keinem Netzwerk dieses Standorts mehr verbinden, bis die Blockierung aufgehoben wird. Soll nur die Freischaltung enden, heben Sie stattdessen diese auf.</translation>
    </message>
    <message>
        <source>The device may connect again. It is not authorized by that.</source>
        <translation>Das Gerät darf sich wieder verbinden. Freigeschaltet ist es damit noch nicht.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>optional, for the history</source>
        <translation>optional, für den Verlauf</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>Another action on this device is still under way. Wait until it has ended, then try again.</source>
        <translation>Eine andere Aktion für dieses Gerät läuft noch. Warten Sie, bis sie beendet ist, und versuchen Sie es dann erneut.</translation>
    </message>
</context>
<context>
    <name>CancelDialog</name>
    <message>
        <source>Cancel authorization</source>
        <translation>Freischaltung aufheben</translation>
    </message>
    <message>
        <source>&amp;Cancel authorization</source>
        <translation>Freischaltung auf&amp;heben</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>End the authorization of %1?</source>
        <translation>Freischaltung für %1 aufheben?</translation>
    </message>
    <message>
        <source>Some of these devices are also disconnected from the Wi-Fi, others stay connected. All must authenticate again. None is blocked.</source>
        <translation>Einige dieser Geräte werden auch vom WLAN getrennt, andere bleiben verbunden. Alle müssen sich neu anmelden. Keines wird blockiert.</translation>
    </message>
    <message>
        <source>Guest has left</source>
        <translation>Gast ist abgereist</translation>
    </message>
    <message>
        <source>Wrong device</source>
        <translation>Falsches Gerät</translation>
    </message>
    <message>
        <source>Abuse</source>
        <translation>Missbrauch</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <comment>reason and its key</comment>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Other reason, in your words (O)</source>
        <translation>Anderer Grund, in Ihren Worten (O)</translation>
    </message>
    <message>
        <source>Another action on this device is still under way. Wait until it has ended, then try again.</source>
        <translation>Eine andere Aktion für dieses Gerät läuft noch. Warten Sie, bis sie beendet ist, und versuchen Sie es dann erneut.</translation>
    </message>
</context>
<context>
    <name>CapabilityList</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>It tells nothing else about a device.</source>
        <translation>Mehr gibt er über ein Gerät nicht an.</translation>
    </message>
    <message>
        <source>It tells of each device: %1.</source>
        <translation>Zu jedem Gerät gibt er an: %1.</translation>
    </message>
    <message>
        <source>No site can be seen with these credentials.</source>
        <translation>Mit diesen Zugangsdaten ist kein Standort sichtbar.</translation>
    </message>
    <message numerus="yes">
        <source>%n site(s): %1</source>
        <translation>
            <numerusform>%n Standort: %1</numerusform>
            <numerusform>%n Standorte: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: no, needs %2</source>
        <comment>capability and credential</comment>
        <translation>%1: nein, nötig: %2</translation>
    </message>
    <message>
        <source>%1: no</source>
        <comment>capability</comment>
        <translation>%1: nein</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <comment>capability and path</comment>
        <translation>%1, über %2</translation>
    </message>
    <message>
        <source>Waiting devices come from it through the waiting room, or by the address that their browser was sent to.</source>
        <translation>Wartende Geräte kommen von ihm über den Warteraum oder über die Adresse, zu der ihr Browser geleitet wurde.</translation>
    </message>
</context>
<context>
    <name>CapturePortal</name>
    <message>
        <source>Port %1 is in use by another program. Choose another one.</source>
        <translation>Port %1 wird von einem anderen Programm verwendet. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>This account may not listen on port %1. Choose one from 1024 on.</source>
        <translation>Dieses Konto darf an Port %1 keine Verbindungen annehmen. Wählen Sie einen Port ab 1024.</translation>
    </message>
    <message>
        <source>This computer has no address %1 now. Choose another one.</source>
        <translation>Dieser Computer hat die Adresse %1 derzeit nicht. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Cannot listen at %1, port %2. Choose another address or port.</source>
        <translation>An %1, Port %2 können keine Verbindungen angenommen werden. Wählen Sie eine andere Adresse oder einen anderen Port.</translation>
    </message>
    <message>
        <source>Choose the address of this computer at which devices reach it.</source>
        <translation>Wählen Sie die Adresse dieses Computers, unter der ihn Geräte erreichen.</translation>
    </message>
</context>
<context>
    <name>CertificateDialog</name>
    <message>
        <source>Review certificate</source>
        <translation>Zertifikat prüfen</translation>
    </message>
    <message>
        <source>&amp;Trust and connect</source>
        <translation>&amp;Vertrauen und verbinden</translation>
    </message>
    <message>
        <source>Trust the &amp;new certificate</source>
        <translation>Dem &amp;neuen Zertifikat vertrauen</translation>
    </message>
    <message>
        <source>%1 shows a certificate that you have not trusted</source>
        <translation>%1 zeigt ein Zertifikat, dem Sie nicht vertraut haben</translation>
    </message>
    <message>
        <source>Gatehouse has stopped talking to it, and has sent it nothing. This is harmless when the controller was updated, reset or replaced. If nobody did that, somebody may be standing between you and the controller: ask whoever runs it, and compare the new fingerprint with the one that it shows.</source>
        <translation>Gatehouse hat die Verbindung beendet und nichts gesendet. Wurde der Controller aktualisiert, zurückgesetzt oder ersetzt, ist das harmlos. Andernfalls könnte sich jemand zwischen Sie und den Controller geschaltet haben: Fragen Sie den Betreiber, und vergleichen Sie den neuen Fingerabdruck mit dem, den der Controller anzeigt.</translation>
    </message>
    <message>
        <source>Trusted until now (SHA-256)</source>
        <translation>Bisher vertraut (SHA-256)</translation>
    </message>
    <message>
        <source>Shown now (SHA-256)</source>
        <translation>Jetzt vorgelegt (SHA-256)</translation>
    </message>
    <message>
        <source>Trust the new certificate</source>
        <translation>Dem neuen Zertifikat vertrauen</translation>
    </message>
</context>
<context>
    <name>CertificateQuestion</name>
    <message>
        <source>expired on %1</source>
        <comment>certificate</comment>
        <translation>abgelaufen am %1</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <comment>certificate</comment>
        <translation>gültig bis %1</translation>
    </message>
    <message>
        <source>(without a name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>Issued for %1 by itself, %2.</source>
        <translation>Selbst ausgestellt für %1, %2.</translation>
    </message>
    <message>
        <source>Issued for %1 by %2, %3.</source>
        <translation>Ausgestellt für %1 von %2, %3.</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint</source>
        <translation>SHA-256-Fingerabdruck</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>Diesem Zertifikat vertrauen</translation>
    </message>
    <message>
        <source>This computer does not know who issued the controller&apos;s certificate. Compare the SHA-256 fingerprint with the one that the controller shows, then trust it once.</source>
        <translation>Dieser Computer kennt den Aussteller des Zertifikats nicht. Vergleichen Sie den SHA-256-Fingerabdruck mit dem, den der Controller anzeigt, und vertrauen Sie ihm dann einmalig.</translation>
    </message>
    <message>
        <source>T&amp;rust this certificate</source>
        <translation>&amp;Diesem Zertifikat vertrauen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>ClientActions</name>
    <message>
        <source>&amp;Authorize</source>
        <translation>&amp;Freischalten</translation>
    </message>
    <message>
        <source>&amp;Custom…</source>
        <translation>&amp;Anpassen…</translation>
    </message>
    <message>
        <source>&amp;Extend…</source>
        <translation>&amp;Verlängern…</translation>
    </message>
    <message>
        <source>Cance&amp;l authorization</source>
        <translation>Freischaltung aufhe&amp;ben</translation>
    </message>
    <message>
        <source>Copy &amp;MAC address</source>
        <translation>&amp;MAC-Adresse kopieren</translation>
    </message>
    <message>
        <source>Authorize with &amp;preset</source>
        <translation>Mit Vor&amp;lage freischalten</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Select a device first.</source>
        <translation>Wählen Sie zuerst ein Gerät aus.</translation>
    </message>
    <message>
        <source>controller&apos;s own duration</source>
        <translation>Dauer laut Controller</translation>
    </message>
    <message>
        <source>Controller&apos;s own duration</source>
        <translation>Dauer laut Controller</translation>
    </message>
    <message>
        <source>&amp;Block</source>
        <translation>Bl&amp;ockieren</translation>
    </message>
    <message>
        <source>&amp;Unblock</source>
        <translation>Blockierung a&amp;ufheben</translation>
    </message>
    <message>
        <source>Authorize from a pasted a&amp;ddress…</source>
        <translation>Mit &amp;eingefügter Adresse freischalten…</translation>
    </message>
</context>
<context>
    <name>ClientCells</name>
    <message>
        <source>Asked</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <source>%1: waiting for the controller</source>
        <comment>action</comment>
        <translation>%1: Controller antwortet noch nicht</translation>
    </message>
    <message>
        <source>%1 dBm</source>
        <translation>%1 dBm</translation>
    </message>
    <message>
        <source>Wired</source>
        <translation>Kabel</translation>
    </message>
    <message>
        <source>≥ %1</source>
        <extracomment>%1 a span of time such as 0:12; the true one may be longer</extracomment>
        <translation>≥ %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>data used and its quota, such as &quot;1.2 GB of 2 GB&quot;</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>This is how it was at %1. The controller has not answered since.</source>
        <translation>Stand: %1. Seitdem hat der Controller nicht geantwortet.</translation>
    </message>
    <message>
        <source>No longer connected; last seen at %1.</source>
        <translation>Nicht mehr verbunden; zuletzt gesehen: %1.</translation>
    </message>
    <message>
        <source>The controller did not say.</source>
        <translation>Der Controller hat dazu nichts angegeben.</translation>
    </message>
    <message>
        <source>Private address: the device may come back as a new one.</source>
        <translation>Private Adresse: Das Gerät kann als neues Gerät wiederkommen.</translation>
    </message>
    <message>
        <source>First seen here at %1. The controller did not say when it connected.</source>
        <translation>Hier zuerst gesehen: %1. Der Controller hat nicht angegeben, seit wann das Gerät verbunden ist.</translation>
    </message>
    <message>
        <source>Until %1.</source>
        <translation>Bis %1.</translation>
    </message>
    <message>
        <source>not told</source>
        <comment>the controller did not say</comment>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>Code %1</source>
        <extracomment>%1 four characters that the waiting device shows to its owner</extracomment>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>authorized here; the controller cannot be asked</source>
        <translation>hier freigeschaltet; Controller nicht abfragbar</translation>
    </message>
    <message>
        <source>until %1, authorized here; the controller cannot be asked</source>
        <translation>bis %1, hier freigeschaltet; Controller nicht abfragbar</translation>
    </message>
</context>
<context>
    <name>ClientColumns</name>
    <message>
        <source>Usual columns</source>
        <translation>Übliche Spalten</translation>
    </message>
</context>
<context>
    <name>ClientDetails</name>
    <message>
        <source>Select a device to see it here.</source>
        <translation>Wählen Sie ein Gerät aus, um es hier zu sehen.</translation>
    </message>
    <message>
        <source>Client details</source>
        <translation>Client-Details</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between host name and maker</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Angefragt</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n Gerät</numerusform>
            <numerusform>%n Geräte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 waiting, %2 authorized</source>
        <translation>%1 wartend, %2 freigeschaltet</translation>
    </message>
    <message>
        <source>From the last session; the controller has not answered yet.</source>
        <translation>Aus der letzten Sitzung; der Controller hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>As of %1; the controller does not answer now.</source>
        <translation>Stand %1; der Controller antwortet derzeit nicht.</translation>
    </message>
    <message>
        <source>Not in the controller&apos;s list now; last seen at %1.</source>
        <translation>Derzeit nicht in der Liste des Controllers; zuletzt gesehen: %1.</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>Wartezeit %1</translation>
    </message>
</context>
<context>
    <name>ClientFacts</name>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Authorization</source>
        <translation>Freischaltung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Zimmer</translation>
    </message>
    <message>
        <source>Login ID</source>
        <translation>Anmeldekennung</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Access point</source>
        <translation>Access Point</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden seit</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP-Adresse</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC-Adresse</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Freigeschaltet</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Download</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Upload</translation>
    </message>
    <message>
        <source>Data used</source>
        <translation>Datenverbrauch</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>site, controller</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Wired</source>
        <translation>Kabel</translation>
    </message>
    <message>
        <source>%1 dBm</source>
        <translation>%1 dBm</translation>
    </message>
    <message>
        <source>Private address: the device made it up and may come back with another one. Tell the guest to switch the private Wi-Fi address off for this network, if it should stay let in.</source>
        <translation>Private Adresse: Das Gerät hat sie sich selbst gegeben und kann mit einer anderen wiederkommen. Soll es freigeschaltet bleiben, bitten Sie den Gast, die private WLAN-Adresse für dieses Netzwerk auszuschalten.</translation>
    </message>
    <message>
        <source>over</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Limit %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>time and zone</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Zugangsweg</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
</context>
<context>
    <name>ClientTable</name>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
</context>
<context>
    <name>ClientTableModel</name>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Guest or device</source>
        <translation>Gast oder Gerät</translation>
    </message>
    <message>
        <source>Access point</source>
        <translation>Access Point</translation>
    </message>
    <message>
        <source>Wi-Fi name</source>
        <translation>WLAN-Name</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Connected for</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Data used</source>
        <translation>Datenverbrauch</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP-Adresse</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC-Adresse</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Controller</source>
        <translation>Controller</translation>
    </message>
</context>
<context>
    <name>ClientsCommand</name>
    <message>
        <source>--state takes waiting, authorized or all, not “%1”.</source>
        <translation>--state erlaubt waiting, authorized oder all, nicht „%1“.</translation>
    </message>
    <message>
        <source>The list of %1 changed while it was read; it may not be whole.</source>
        <translation>Die Liste von %1 hat sich während des Lesens geändert und ist möglicherweise unvollständig.</translation>
    </message>
    <message numerus="yes">
        <source>The authorizations of %n client(s) were not read; narrow the list with --search.</source>
        <translation>
            <numerusform>Die Freischaltung von %n Client wurde nicht gelesen; grenzen Sie die Liste mit --search ein.</numerusform>
            <numerusform>Die Freischaltungen von %n Clients wurden nicht gelesen; grenzen Sie die Liste mit --search ein.</numerusform>
        </translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>STATUS</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>GUEST</source>
        <translation>GAST</translation>
    </message>
    <message>
        <source>IP</source>
        <translation>IP</translation>
    </message>
    <message>
        <source>ACCESS POINT</source>
        <translation>ACCESS POINT</translation>
    </message>
    <message>
        <source>SITE</source>
        <translation>STANDORT</translation>
    </message>
    <message>
        <source>UNTIL</source>
        <translation>BIS</translation>
    </message>
    <message>
        <source>No clients.</source>
        <translation>Keine Clients.</translation>
    </message>
</context>
<context>
    <name>ClientsPage</name>
    <message>
        <source>Search clients</source>
        <translation>Clients suchen</translation>
    </message>
    <message>
        <source>Name, room, MAC, IP, network, access point</source>
        <translation>Name, Zimmer, MAC, IP, Netz, Access Point</translation>
    </message>
    <message>
        <source>Search clients (Ctrl+F)</source>
        <translation>Clients suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Authorized</source>
        <translation>Freigeschaltet</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Show the devices that have come since you are in the list</source>
        <translation>Geräte anzeigen, die hinzugekommen sind, seit Sie in der Liste arbeiten</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>All sites</source>
        <translation>Alle Standorte</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>site, controller</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <extracomment>how many rows have come while somebody is in the list</extracomment>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the controller of your building to see who is waiting for the Wi-Fi.</source>
        <translation>Fügen Sie den Controller Ihres Gebäudes hinzu, um zu sehen, wer auf das WLAN wartet.</translation>
    </message>
    <message>
        <source>Add controller…</source>
        <translation>Controller hinzufügen…</translation>
    </message>
    <message>
        <source>No device here matches “%1”.</source>
        <translation>Kein Gerät hier passt zu „%1“.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Connecting to the controller…</source>
        <translation>Verbindung zum Controller wird hergestellt…</translation>
    </message>
    <message>
        <source>None of the controllers answers now.</source>
        <translation>Derzeit antwortet keiner der Controller.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation>Niemand wartet.</translation>
    </message>
    <message>
        <source>No device is in this state now.</source>
        <translation>Derzeit hat kein Gerät diesen Status.</translation>
    </message>
    <message>
        <source>Show all devices</source>
        <translation>Alle Geräte anzeigen</translation>
    </message>
    <message>
        <source>No device is connected here now.</source>
        <translation>Derzeit ist hier kein Gerät verbunden.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>The controller does not list its devices. They appear here as soon as they come to the waiting room.</source>
        <translation>Der Controller listet seine Geräte nicht auf. Sie erscheinen hier, sobald sie in den Warteraum kommen.</translation>
    </message>
    <message>
        <source>The controller does not list its devices. Open the waiting room in the settings, or paste the address that a device was sent to.</source>
        <translation>Der Controller listet seine Geräte nicht auf. Öffnen Sie in den Einstellungen den Warteraum, oder fügen Sie die Adresse ein, zu der ein Gerät geleitet wurde.</translation>
    </message>
    <message>
        <source>Authorize from a pasted address…</source>
        <translation>Mit eingefügter Adresse freischalten…</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>--pin takes the 64 hexadecimal digits of a SHA-256 fingerprint.</source>
        <translation>--pin erwartet die 64 Hexadezimalziffern eines SHA-256-Fingerabdrucks.</translation>
    </message>
    <message>
        <source>Give the secret by --secret-stdin or --secret-env.</source>
        <translation>Geben Sie das Geheimnis mit --secret-stdin oder --secret-env an.</translation>
    </message>
    <message>
        <source>Under way or unknown</source>
        <translation>In Arbeit oder unbekannt</translation>
    </message>
    <message>
        <source>an API key as the secret, without --user and --client-id</source>
        <translation>einen API-Schlüssel als Geheimnis, ohne --user und --client-id</translation>
    </message>
    <message>
        <source>--client-id with the client secret as the secret</source>
        <translation>--client-id mit dem Client-Secret als Geheimnis</translation>
    </message>
    <message>
        <source>--user of a local account with its password as the secret</source>
        <translation>--user eines lokalen Kontos mit dessen Passwort als Geheimnis</translation>
    </message>
    <message>
        <source>--user of a hotspot operator with the password as the secret</source>
        <translation>--user eines Hotspot-Operators mit dessen Passwort als Geheimnis</translation>
    </message>
    <message>
        <source>--user of the controller&apos;s own account with its password as the secret</source>
        <translation>--user des Controller-Kontos mit dessen Passwort als Geheimnis</translation>
    </message>
    <message>
        <source>This controller takes %1.</source>
        <translation>Dieser Controller erwartet %1.</translation>
    </message>
    <message>
        <source>; or </source>
        <comment>between alternatives</comment>
        <translation>; oder </translation>
    </message>
    <message>
        <source>erased</source>
        <translation>gelöscht</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Exit codes: 0 done and confirmed, 1 the controller refused, 2 usage, 3 cannot reach or TLS not trusted,
4 credentials missing or refused, 5 not found, 6 sent but not confirmed or differs, 7 this controller
cannot do that, 8 local store (keychain, history) failed.</source>
        <translation>Exit-Codes: 0 erledigt und bestätigt, 1 vom Controller abgelehnt, 2 falscher Aufruf, 3 nicht erreichbar
oder TLS nicht vertrauenswürdig, 4 Zugangsdaten fehlen oder abgelehnt, 5 nicht gefunden, 6 gesendet, aber
nicht bestätigt oder abweichend, 7 dieser Controller kann das nicht, 8 lokaler Speicher (Schlüsselbund,
Verlauf) fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Controller, by the name it was added under.</source>
        <translation>Controller, mit dem Namen, unter dem er hinzugefügt wurde.</translation>
    </message>
    <message>
        <source>Site, by name or id; needed only where a controller has several.</source>
        <translation>Standort, mit Name oder ID; nur nötig, wenn ein Controller mehrere hat.</translation>
    </message>
    <message>
        <source>Device, by MAC address in any notation.</source>
        <translation>Gerät, mit MAC-Adresse in beliebiger Schreibweise.</translation>
    </message>
    <message>
        <source>Device, by the portal address that its browser was sent to.</source>
        <translation>Gerät, mit der Portaladresse, zu der sein Browser geleitet wurde.</translation>
    </message>
    <message>
        <source>Login ID of the guest; with cancel: every device of that login.</source>
        <translation>Anmeldekennung des Gasts; bei cancel: jedes Gerät dieser Kennung.</translation>
    </message>
    <message>
        <source>Duration in minutes (extend: what to add).</source>
        <translation>Dauer in Minuten (extend: zusätzliche Minuten).</translation>
    </message>
    <message>
        <source>End: ISO 8601, a date, or HH:MM of today or tomorrow.</source>
        <translation>Ende: ISO 8601, ein Datum oder HH:MM heute oder morgen.</translation>
    </message>
    <message>
        <source>Only records since then.</source>
        <translation>Nur Einträge seit diesem Zeitpunkt.</translation>
    </message>
    <message>
        <source>Data limit in MB.</source>
        <translation>Datenlimit in MB.</translation>
    </message>
    <message>
        <source>Download limit in kbit/s.</source>
        <translation>Download-Limit in kbit/s.</translation>
    </message>
    <message>
        <source>Upload limit in kbit/s.</source>
        <translation>Upload-Limit in kbit/s.</translation>
    </message>
    <message>
        <source>Set what this controller can set, and name the rest.</source>
        <translation>Einstellen, was dieser Controller einstellen kann, und den Rest nennen.</translation>
    </message>
    <message>
        <source>Name of the guest, for the history.</source>
        <translation>Name des Gasts, für den Verlauf.</translation>
    </message>
    <message>
        <source>Room of the guest, for the history.</source>
        <translation>Zimmer des Gasts, für den Verlauf.</translation>
    </message>
    <message>
        <source>Why, for the history.</source>
        <translation>Grund, für den Verlauf.</translation>
    </message>
    <message>
        <source>waiting, authorized or all (the default).</source>
        <translation>waiting, authorized oder all (Standard).</translation>
    </message>
    <message>
        <source>confirmed, differs, notConfirmed, refused, failed or unknown.</source>
        <translation>confirmed, differs, notConfirmed, refused, failed oder unknown.</translation>
    </message>
    <message>
        <source>At most this many records, newest first (default 200).</source>
        <translation>Höchstens so viele Einträge, neueste zuerst (Standard: 200).</translation>
    </message>
    <message>
        <source>csv (the default) or jsonl.</source>
        <translation>csv (Standard) oder jsonl.</translation>
    </message>
    <message>
        <source>File to write instead of standard output.</source>
        <translation>In diese Datei statt in die Standardausgabe schreiben.</translation>
    </message>
    <message>
        <source>Address of the controller.</source>
        <translation>Adresse des Controllers.</translation>
    </message>
    <message>
        <source>Protocol, where detection should not decide, such as unifi-integration.</source>
        <translation>Protokoll, wenn nicht die Erkennung entscheiden soll, etwa unifi-integration.</translation>
    </message>
    <message>
        <source>Trust exactly the certificate with this fingerprint.</source>
        <translation>Genau dem Zertifikat mit diesem Fingerabdruck vertrauen.</translation>
    </message>
    <message>
        <source>User name; the secret is its password.</source>
        <translation>Benutzername; das Geheimnis ist sein Passwort.</translation>
    </message>
    <message>
        <source>Client ID of an Omada Open API application; the secret is its client secret.</source>
        <translation>Client-ID einer Omada-Open-API-Anwendung; das Geheimnis ist ihr Client-Secret.</translation>
    </message>
    <message>
        <source>Read the secret from the first line of standard input.</source>
        <translation>Das Geheimnis aus der ersten Zeile der Standardeingabe lesen.</translation>
    </message>
    <message>
        <source>Read the secret from this environment variable.</source>
        <translation>Das Geheimnis aus dieser Umgebungsvariable lesen.</translation>
    </message>
    <message>
        <source>Do not store the secret; give it with every call by --secret-env or --secret-stdin.</source>
        <translation>Das Geheimnis nicht speichern; geben Sie es bei jedem Aufruf mit --secret-env oder --secret-stdin an.</translation>
    </message>
    <message>
        <source>One JSON document on standard output.</source>
        <translation>Ein JSON-Dokument auf der Standardausgabe.</translation>
    </message>
    <message>
        <source>Keep settings and history in this folder.</source>
        <translation>Einstellungen und Verlauf in diesem Ordner ablegen.</translation>
    </message>
    <message>
        <source>Language of the messages, such as de.</source>
        <translation>Sprache der Meldungen, etwa de.</translation>
    </message>
    <message>
        <source>Show help.</source>
        <translation>Hilfe anzeigen.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Version anzeigen.</translation>
    </message>
    <message>
        <source>Find out what answers at an address. Sends no secret.</source>
        <translation>Feststellen, was unter einer Adresse antwortet. Sendet kein Geheimnis.</translation>
    </message>
    <message>
        <source>Test the credentials, store the secret in the keychain and add the controller.</source>
        <translation>Zugangsdaten testen, Geheimnis im Schlüsselbund speichern und Controller hinzufügen.</translation>
    </message>
    <message>
        <source>Add another credential; without --user or --client-id the secret is an API key.</source>
        <translation>Weitere Zugangsdaten hinzufügen; ohne --user oder --client-id ist das Geheimnis ein API-Schlüssel.</translation>
    </message>
    <message>
        <source>List the controllers of this profile.</source>
        <translation>Die Controller dieses Profils auflisten.</translation>
    </message>
    <message>
        <source>Sign in and say what can be done. Changes nothing.</source>
        <translation>Anmelden und angeben, was möglich ist. Ändert nichts.</translation>
    </message>
    <message>
        <source>Remove the controller and its secrets; history stays.</source>
        <translation>Controller und seine Geheimnisse entfernen; der Verlauf bleibt.</translation>
    </message>
    <message>
        <source>List the sites of a controller.</source>
        <translation>Die Standorte eines Controllers auflisten.</translation>
    </message>
    <message>
        <source>List clients.</source>
        <translation>Clients auflisten.</translation>
    </message>
    <message>
        <source>Add time to an authorization.</source>
        <translation>Eine Freischaltung verlängern.</translation>
    </message>
    <message>
        <source>End an authorization, so that the device must authenticate again.</source>
        <translation>Eine Freischaltung aufheben, sodass sich das Gerät neu anmelden muss.</translation>
    </message>
    <message>
        <source>List records, newest first.</source>
        <translation>Einträge auflisten, neueste zuerst.</translation>
    </message>
    <message>
        <source>Check that no record was changed, removed or added.</source>
        <translation>Prüfen, dass kein Eintrag geändert, entfernt oder hinzugefügt wurde.</translation>
    </message>
    <message>
        <source>Gatehouse on the command line: guest Wi-Fi on UniFi and Omada controllers.</source>
        <translation>Gatehouse auf der Befehlszeile: Gäste-WLAN an UniFi- und Omada-Controllern.</translation>
    </message>
    <message>
        <source>Every command takes:</source>
        <translation>Jeder Befehl kennt:</translation>
    </message>
    <message>
        <source>Secrets come from the keychain, --secret-stdin or --secret-env, never from an argument.</source>
        <translation>Geheimnisse kommen aus dem Schlüsselbund, von --secret-stdin oder --secret-env, nie aus einem Argument.</translation>
    </message>
    <message>
        <source>gatehouse-cli COMMAND --help shows one command.</source>
        <translation>gatehouse-cli COMMAND --help erklärt einen Befehl.</translation>
    </message>
    <message>
        <source>Trusted:   %1</source>
        <translation>Vertraut:  %1</translation>
    </message>
    <message>
        <source>Presented: %1</source>
        <translation>Vorgelegt: %1</translation>
    </message>
    <message>
        <source>Standard input held no secret.</source>
        <translation>Die Standardeingabe enthielt kein Geheimnis.</translation>
    </message>
    <message>
        <source>The environment variable %1 is not set.</source>
        <translation>Die Umgebungsvariable %1 ist nicht gesetzt.</translation>
    </message>
    <message>
        <source>there is no controller called %1 in this profile</source>
        <translation>in diesem Profil gibt es keinen Controller namens %1</translation>
    </message>
    <message>
        <source>there is no site called %1 on this controller</source>
        <translation>auf diesem Controller gibt es keinen Standort namens %1</translation>
    </message>
    <message>
        <source>Only one of --%1 can be given.</source>
        <translation>Von --%1 kann nur eines angegeben werden.</translation>
    </message>
    <message>
        <source>No command was given.</source>
        <translation>Es wurde kein Befehl angegeben.</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Es gibt keinen Befehl „%1“.</translation>
    </message>
    <message>
        <source>“%1” takes no argument besides options.</source>
        <translation>„%1“ erwartet außer Optionen kein Argument.</translation>
    </message>
    <message>
        <source>“%1” takes exactly one %2.</source>
        <translation>„%1“ erwartet genau ein Argument: %2.</translation>
    </message>
    <message>
        <source>“%1” does not take --%2.</source>
        <translation>„%1“ kennt die Option --%2 nicht.</translation>
    </message>
    <message>
        <source>“%1” needs --%2.</source>
        <translation>„%1“ braucht die Option --%2.</translation>
    </message>
    <message>
        <source>--%1 takes a whole number of 1 or more, not “%2”.</source>
        <translation>--%1 erwartet eine ganze Zahl ab 1, nicht „%2“.</translation>
    </message>
    <message>
        <source>--until lies in the past.</source>
        <translation>--until liegt in der Vergangenheit.</translation>
    </message>
    <message>
        <source>--%1 takes a time such as 2026-03-02T11:00, 2026-03-02 or 11:00, not “%2”.</source>
        <translation>--%1 erwartet einen Zeitpunkt wie 2026-03-02T11:00, 2026-03-02 oder 11:00, nicht „%2“.</translation>
    </message>
    <message>
        <source>gatehouse-cli --help shows what there is.</source>
        <translation>gatehouse-cli --help zeigt, was möglich ist.</translation>
    </message>
    <message>
        <source>There is no translation to “%1”; this is English.</source>
        <translation>Eine Übersetzung für „%1“ gibt es nicht; dies ist Englisch.</translation>
    </message>
    <message>
        <source>When the fingerprint is right, add --pin with it.</source>
        <translation>Stimmt der Fingerabdruck, geben Sie ihn mit --pin an.</translation>
    </message>
    <message>
        <source>--secret-env or --secret-stdin gives the secret for this call.</source>
        <translation>Mit --secret-env oder --secret-stdin geben Sie das Geheimnis für diesen Aufruf an.</translation>
    </message>
    <message>
        <source>--no-keychain adds the controller without storing its secret; then give it with each call by --secret-env or --secret-stdin.</source>
        <translation>--no-keychain fügt den Controller hinzu, ohne sein Geheimnis zu speichern; geben Sie es dann bei jedem Aufruf mit --secret-env oder --secret-stdin an.</translation>
    </message>
    <message>
        <source>Unit in which an Omada portal takes a duration: ms, s or us.</source>
        <translation>Einheit, in der ein Omada-Portal eine Dauer erwartet: ms, s oder us.</translation>
    </message>
    <message>
        <source>Remove the controller although the keychain does not answer; its item stays there.</source>
        <translation>Den Controller entfernen, obwohl der Schlüsselbund nicht antwortet; sein Eintrag bleibt dort.</translation>
    </message>
    <message>
        <source>Put back what a record of the history did, where that is possible.</source>
        <translation>Zurücknehmen, was ein Eintrag des Verlaufs getan hat, wo das möglich ist.</translation>
    </message>
    <message>
        <source>Ask the controllers what came of actions whose program died.</source>
        <translation>Die Controller fragen, was aus Aktionen wurde, deren Programm abgebrochen ist.</translation>
    </message>
    <message>
        <source>Only clients whose name, guest, room, MAC, IP, SSID or access point has it; only records whose guest, device, reason, operator or place has it.</source>
        <translation>Nur Geräte, deren Name, Gast, Zimmer, MAC, IP, SSID oder Access Point es enthält; nur Einträge, deren Gast, Gerät, Grund, Operator oder Ort es enthält.</translation>
    </message>
    <message>
        <source>Go on, and tell whatever changes, until interrupted.</source>
        <translation>Weitermachen und jede Änderung melden, bis zum Abbruch.</translation>
    </message>
    <message>
        <source>Only records from before this time.</source>
        <translation>Nur Einträge von vor dieser Zeit.</translation>
    </message>
    <message>
        <source>A head that was signed earlier: shows whether the end was cut off.</source>
        <translation>Ein früher signierter Stand: zeigt, ob das Ende abgeschnitten wurde.</translation>
    </message>
    <message>
        <source>How many devices one guest may have (default 1, or as the policy of the site says).</source>
        <translation>Wie viele Geräte ein Gast haben darf (sonst 1, oder wie die Regel des Standorts sagt).</translation>
    </message>
    <message>
        <source>By what devices are one guest&apos;s: login (the default), room or guest.</source>
        <translation>Wonach Geräte einem Gast gehören: login (sonst), room oder guest.</translation>
    </message>
    <message>
        <source>At one more device: cancel-oldest (the default), refuse, or ask (at the desk).</source>
        <translation>Bei einem Gerät mehr: cancel-oldest (sonst), refuse oder ask (am Empfang).</translation>
    </message>
    <message>
        <source>Let the new device in even if it is not proven that the old one is out.</source>
        <translation>Das neue Gerät auch einlassen, wenn nicht bewiesen ist, dass das alte draußen ist.</translation>
    </message>
    <message>
        <source>Remove the policy that was set for just this place.</source>
        <translation>Die Regel entfernen, die nur für diesen Ort gesetzt war.</translation>
    </message>
    <message>
        <source>Session table: sqlite:///path, postgresql://user@host:port/database, mysql://user@host:port/database or odbc:DSN. Only read.</source>
        <translation>Sitzungstabelle: sqlite:///path, postgresql://user@host:port/database, mysql://user@host:port/database oder odbc:DSN. Wird nur gelesen.</translation>
    </message>
    <message>
        <source>What gives the columns login, mac and since (a timestamp, ISO 8601, or seconds since 1970).</source>
        <translation>Was die Spalten login, mac und since liefert (ein Zeitstempel, ISO 8601 oder Sekunden seit 1970).</translation>
    </message>
    <message>
        <source>Read the database password from this environment variable.</source>
        <translation>Das Passwort der Datenbank aus dieser Umgebungsvariable lesen.</translation>
    </message>
    <message>
        <source>With --watch: how often the session table is read (default 5).</source>
        <translation>Mit --watch: wie oft die Sitzungstabelle gelesen wird (sonst 5).</translation>
    </message>
    <message>
        <source>Show what would be done, and do nothing.</source>
        <translation>Zeigen, was getan würde, und nichts tun.</translation>
    </message>
    <message>
        <source>Let a waiting device in. Where the site has a policy, its guest&apos;s other devices are cancelled first.</source>
        <translation>Ein wartendes Gerät einlassen. Wo der Standort eine Regel hat, werden zuerst die anderen Geräte des Gasts aufgehoben.</translation>
    </message>
    <message>
        <source>Say how many devices one guest may have: on a site, on a controller, or everywhere.</source>
        <translation>Sagen, wie viele Geräte ein Gast haben darf: an einem Standort, auf einem Controller oder überall.</translation>
    </message>
    <message>
        <source>Set how many devices one guest may have there.</source>
        <translation>Festlegen, wie viele Geräte ein Gast dort haben darf.</translation>
    </message>
    <message>
        <source>Read a portal&apos;s session table, and cancel all but the newest devices of each login.</source>
        <translation>Die Sitzungstabelle eines Portals lesen und von jeder Kennung alle außer den neuesten Geräten aufheben.</translation>
    </message>
    <message>
        <source>Write all records. All of them as jsonl can be imported again.</source>
        <translation>Alle Einträge schreiben. Vollständig als jsonl lassen sie sich wieder einlesen.</translation>
    </message>
    <message>
        <source>Take a whole jsonl export into a history that is still empty.</source>
        <translation>Einen vollständigen jsonl-Export in einen noch leeren Verlauf einlesen.</translation>
    </message>
    <message>
        <source>Sign how long the history is, to be kept elsewhere. The key lies in the keychain, or is the secret given: 32 bytes as base64.</source>
        <translation>Signieren, wie lang der Verlauf ist, zur Aufbewahrung anderswo. Der Schlüssel liegt im Schlüsselbund oder ist das gegebene Geheimnis: 32 Bytes als base64.</translation>
    </message>
    <message>
        <source>Destroy for good who was behind records. That they were there stays.</source>
        <translation>Endgültig vernichten, wer hinter Einträgen stand. Dass es sie gab, bleibt.</translation>
    </message>
    <message>
        <source>Note that somebody has seen that a record&apos;s outcome is unknown.</source>
        <translation>Vermerken, dass jemand gesehen hat, dass das Ergebnis eines Eintrags unbekannt ist.</translation>
    </message>
    <message>
        <source>login ID</source>
        <translation>Anmeldekennung</translation>
    </message>
    <message>
        <source>room</source>
        <translation>Zimmer</translation>
    </message>
    <message>
        <source>guest&apos;s name</source>
        <translation>Name des Gastes</translation>
    </message>
    <message>
        <source>At one more the oldest is cancelled first.</source>
        <translation>Bei einem mehr wird zuerst das älteste aufgehoben.</translation>
    </message>
    <message>
        <source>One more is not let in.</source>
        <translation>Eines mehr wird nicht eingelassen.</translation>
    </message>
    <message>
        <source>At one more the desk is asked.</source>
        <translation>Bei einem mehr wird am Empfang gefragt.</translation>
    </message>
    <message>
        <source>--per takes login, room or guest, not “%1”.</source>
        <translation>--per nimmt login, room oder guest, nicht „%1“.</translation>
    </message>
    <message>
        <source>--at-limit takes cancel-oldest, refuse or ask, not “%1”.</source>
        <translation>--at-limit nimmt cancel-oldest, refuse oder ask, nicht „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) for each %1. %2</source>
        <extracomment>%n devices for each %1, &quot;login ID&quot; or &quot;room&quot;; %2 what happens at one more</extracomment>
        <translation>
            <numerusform>%n Gerät je %1. %2</numerusform>
            <numerusform>%n Geräte je %1. %2</numerusform>
        </translation>
    </message>
    <message>
        <source>The new one is let in even if it is not proven that the old one is out.</source>
        <translation>Das neue wird auch eingelassen, wenn nicht bewiesen ist, dass das alte draußen ist.</translation>
    </message>
    <message>
        <source>--session-db takes sqlite:///path, postgresql://user@host:port/database, mysql://user@host:port/database or odbc:DSN.</source>
        <translation>--session-db nimmt sqlite:///path, postgresql://user@host:port/database, mysql://user@host:port/database oder odbc:DSN.</translation>
    </message>
    <message>
        <source>“%1” is no database that Gatehouse knows: --session-db takes sqlite, postgresql, mysql or odbc.</source>
        <translation>„%1“ ist keine Datenbank, die Gatehouse kennt: --session-db nimmt sqlite, postgresql, mysql oder odbc.</translation>
    </message>
    <message>
        <source>The address must not hold a password: give it by --db-secret-env.</source>
        <translation>Die Adresse darf kein Passwort enthalten: Geben Sie es mit --db-secret-env an.</translation>
    </message>
    <message>
        <source>Qt&apos;s database plugin %1 is not installed. On Debian and Ubuntu it is in the package %2.</source>
        <translation>Das Datenbank-Plugin %1 von Qt ist nicht installiert. Unter Debian und Ubuntu ist es im Paket %2.</translation>
    </message>
    <message>
        <source>The session database does not answer: %1</source>
        <translation>Die Sitzungsdatenbank antwortet nicht: %1</translation>
    </message>
    <message>
        <source>The session database does not let this user in: %1 Check the user in the address and the password in --db-secret-env.</source>
        <translation>Die Sitzungsdatenbank lässt diesen Benutzer nicht ein: %1 Prüfen Sie den Benutzer in der Adresse und das Passwort in --db-secret-env.</translation>
    </message>
    <message>
        <source>The session database does not take this query: %1</source>
        <translation>Die Sitzungsdatenbank nimmt diese Abfrage nicht an: %1</translation>
    </message>
    <message>
        <source>The query must give the columns login, mac and since; there is no %1.</source>
        <translation>Die Abfrage muss die Spalten login, mac und since liefern; es fehlt %1.</translation>
    </message>
    <message>
        <source>Row %1 of the session table cannot be used: its %2 is “%3”.</source>
        <extracomment>%2 a column&apos;s name, %3 what stands in it</extracomment>
        <translation>Zeile %1 der Sitzungstabelle ist unbrauchbar: Ihr %2 ist „%3“.</translation>
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
    <name>Credential</name>
    <message>
        <source>UniFi API key</source>
        <translation>UniFi-API-Schlüssel</translation>
    </message>
    <message>
        <source>UniFi local account</source>
        <translation>UniFi-Konto (lokal)</translation>
    </message>
    <message>
        <source>Omada Open API application</source>
        <translation>Omada-Open-API-Anwendung</translation>
    </message>
    <message>
        <source>Omada hotspot operator</source>
        <translation>Omada-Hotspot-Operator</translation>
    </message>
    <message>
        <source>controller account</source>
        <translation>Controller-Konto</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind of credential and what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Add an API key to use the official interface.</source>
        <translation>Fügen Sie einen API-Schlüssel hinzu, um die offizielle Schnittstelle zu verwenden.</translation>
    </message>
    <message>
        <source>Add a local account to see network and signal, to block devices, and to cancel after a device has left.</source>
        <translation>Fügen Sie ein lokales Konto hinzu, um Netzwerk und Signal zu sehen, Geräte zu blockieren und Freischaltungen auch aufzuheben, nachdem ein Gerät gegangen ist.</translation>
    </message>
    <message>
        <source>Add an Open API application to see who is waiting.</source>
        <translation>Fügen Sie eine Open-API-Anwendung hinzu, um zu sehen, wer wartet.</translation>
    </message>
    <message>
        <source>Add a hotspot operator to set a time limit.</source>
        <translation>Fügen Sie einen Hotspot-Operator hinzu, um ein Zeitlimit einzustellen.</translation>
    </message>
    <message>
        <source>Add the controller&apos;s own account to let devices in.</source>
        <translation>Fügen Sie das Controller-Konto hinzu, um Geräte freizuschalten.</translation>
    </message>
    <message>
        <source>Every controller of this maker calls itself “%1”: only the fingerprint tells yours from another one.</source>
        <translation>Jeder Controller dieses Herstellers nennt sich „%1“: Nur der Fingerabdruck unterscheidet Ihren von einem anderen.</translation>
    </message>
</context>
<context>
    <name>CredentialDialog</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Credentials of %1</source>
        <translation>Zugangsdaten von %1</translation>
    </message>
    <message>
        <source>Kind of credential</source>
        <translation>Art der Zugangsdaten</translation>
    </message>
    <message>
        <source>&amp;Kind of credential</source>
        <translation>&amp;Art der Zugangsdaten</translation>
    </message>
    <message>
        <source>Trying it on the controller…</source>
        <translation>Wird am Controller ausprobiert…</translation>
    </message>
    <message>
        <source>Keeping the secret…</source>
        <translation>Geheimnis wird gespeichert…</translation>
    </message>
</context>
<context>
    <name>CredentialFields</name>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Secret</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Make a key in UniFi Network under Settings, Control Plane, Integrations. It is shown once and may do what the admin who makes it may do.</source>
        <translation>Legen Sie in UniFi Network unter Settings, Control Plane, Integrations einen Schlüssel an. Er wird nur einmal angezeigt und darf alles, was der Admin darf, der ihn anlegt.</translation>
    </message>
    <message>
        <source>Use a local admin account of the console itself, not a ui.com account, without a second factor.</source>
        <translation>Verwenden Sie ein lokales Admin-Konto der Konsole selbst, kein ui.com-Konto, ohne zweiten Faktor.</translation>
    </message>
    <message>
        <source>Make an application in Omada&apos;s global view under Settings, Platform Integration, Open API: mode “Client”, a role that may manage clients, and the sites it is for.</source>
        <translation>Legen Sie in der globalen Ansicht von Omada unter Settings, Platform Integration, Open API eine Anwendung an: Modus „Client“, eine Rolle, die Clients verwalten darf, und die Standorte, für die sie gilt.</translation>
    </message>
    <message>
        <source>Use an operator from the site&apos;s settings under Hotspot, Operators.</source>
        <translation>Verwenden Sie einen Operator aus den Einstellungen des Standorts unter Hotspot, Operators.</translation>
    </message>
    <message>
        <source>Use the name and password with which you sign in to the controller.</source>
        <translation>Verwenden Sie Name und Passwort, mit denen Sie sich am Controller anmelden.</translation>
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
    <name>DetectCommand</name>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>told only after signing in</source>
        <translation>wird erst nach der Anmeldung angegeben</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Trusted</source>
        <translation>Vertraut</translation>
    </message>
    <message>
        <source>by this computer</source>
        <translation>von diesem Computer</translation>
    </message>
    <message>
        <source>no: compare the fingerprint and use --pin</source>
        <translation>nein: Fingerabdruck vergleichen und --pin verwenden</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Benötigt</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between credentials</comment>
        <translation> oder </translation>
    </message>
</context>
<context>
    <name>DeviceHistory</name>
    <message>
        <source>History of this device</source>
        <translation>Verlauf dieses Geräts</translation>
    </message>
    <message>
        <source>From history</source>
        <translation>Aus dem Verlauf</translation>
    </message>
    <message>
        <source>Nothing was done with this device from here yet.</source>
        <translation>Mit diesem Gerät wurde von hier aus noch nichts getan.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts of one record</comment>
        <translation> · </translation>
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
    <name>EnforceCommand</name>
    <message>
        <source>The environment variable %1 is not set.</source>
        <translation>Die Umgebungsvariable %1 ist nicht gesetzt.</translation>
    </message>
    <message>
        <source>there is no controller in this profile</source>
        <translation>in diesem Profil ist kein Controller</translation>
    </message>
    <message>
        <source>There are several controllers: say with --controller whose site and secret it is.</source>
        <translation>Es gibt mehrere Controller: Sagen Sie mit --controller, um wessen Standort und Geheimnis es geht.</translation>
    </message>
    <message>
        <source>The session database answers again.</source>
        <translation>Die Sitzungsdatenbank antwortet wieder.</translation>
    </message>
    <message>
        <source>%1 answers again.</source>
        <translation>%1 antwortet wieder.</translation>
    </message>
    <message>
        <source>%1 would be cancelled: %2.</source>
        <translation>%1 würde aufgehoben: %2.</translation>
    </message>
    <message>
        <source>%1 is on several devices since the same time: the higher MAC address stays.</source>
        <translation>%1 ist seit derselben Zeit auf mehreren Geräten: Die höhere MAC-Adresse bleibt.</translation>
    </message>
    <message numerus="yes">
        <source>No login is on more than %n device(s).</source>
        <translation>
            <numerusform>Keine Kennung ist auf mehr als %n Gerät.</numerusform>
            <numerusform>Keine Kennung ist auf mehr als %n Geräten.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Gatehouse goes on asking.</source>
        <translation>%1 Gatehouse fragt weiter.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more row(s) that cannot be used</source>
        <translation>
            <numerusform>und %n weitere unbrauchbare Zeile</numerusform>
            <numerusform>und %n weitere unbrauchbare Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EnforceRound</name>
    <message>
        <source>device limit of %1: on %2 since %3</source>
        <extracomment>%1 a login ID, %2 a MAC address, %3 a time</extracomment>
        <translation>Gerätegrenze von %1: seit %3 auf %2</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>&amp;Erase for good</source>
        <translation>&amp;Endgültig löschen</translation>
    </message>
    <message>
        <source>By what</source>
        <translation>Wonach</translation>
    </message>
    <message>
        <source>Whom shall the history forget?</source>
        <translation>Wen soll der Verlauf vergessen?</translation>
    </message>
    <message>
        <source>Name, room, login ID, MAC address, device name, reason and sentences of these records are destroyed and cannot be brought back. When something was done, what, by whom and with what outcome stays, and the history still verifies.</source>
        <translation>Name, Zimmer, Anmeldekennung, MAC-Adresse, Gerätename, Grund und Sätze dieser Einträge werden vernichtet und lassen sich nicht zurückholen. Wann etwas getan wurde, was, von wem und mit welchem Ergebnis, bleibt, und der Verlauf besteht die Prüfung weiterhin.</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC-Adresse</translation>
    </message>
    <message>
        <source>Login ID</source>
        <translation>Anmeldekennung</translation>
    </message>
    <message>
        <source>Guest name</source>
        <translation>Name des Gastes</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Zimmer</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>Wen</translation>
    </message>
    <message>
        <source>&amp;Whom</source>
        <translation>&amp;Wen</translation>
    </message>
    <message>
        <source>Not a MAC address yet.</source>
        <translation>Noch keine MAC-Adresse.</translation>
    </message>
    <message>
        <source>No record is about them.</source>
        <translation>Kein Eintrag betrifft sie.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) will be erased.</source>
        <translation>
            <numerusform>%n Eintrag wird gelöscht.</numerusform>
            <numerusform>%n Einträge werden gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n records will be erased.</source>
        <translation>
            <numerusform>Mehr als %n Eintrag wird gelöscht.</numerusform>
            <numerusform>Mehr als %n Einträge werden gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Erasing…</source>
        <translation>Wird gelöscht…</translation>
    </message>
</context>
<context>
    <name>ExtendDialog</name>
    <message>
        <source>&amp;Extend</source>
        <translation>&amp;Verlängern</translation>
    </message>
    <message>
        <source>Extend %1</source>
        <translation>%1 verlängern</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Verlängern</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>optional, for the history</source>
        <translation>optional, für den Verlauf</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>Time to add</source>
        <translation>Zusätzliche Zeit</translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>time to add</comment>
        <translation>+%1</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>&amp;Time to add</source>
        <translation>&amp;Zusätzliche Zeit</translation>
    </message>
    <message>
        <source>On this controller the count of used data starts again from zero. What is left of the data limit becomes the new limit.</source>
        <translation>Auf diesem Controller beginnt die Zählung der verbrauchten Daten neu. Was vom Datenlimit übrig ist, wird zum neuen Limit.</translation>
    </message>
    <message>
        <source>Ends %1 now, and %2 when extended.</source>
        <comment>two clock times</comment>
        <translation>Endet jetzt: %1, nach der Verlängerung: %2.</translation>
    </message>
    <message>
        <source>Another action on this device is still under way. Wait until it has ended, then try again.</source>
        <translation>Eine andere Aktion für dieses Gerät läuft noch. Warten Sie, bis sie beendet ist, und versuchen Sie es dann erneut.</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>It said: “%1”.</source>
        <translation>Die Antwort lautete: „%1“.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>This was cancelled before there was an answer.</source>
        <translation>Der Vorgang wurde abgebrochen, bevor eine Antwort kam.</translation>
    </message>
    <message>
        <source>This value cannot be used.</source>
        <translation>Dieser Wert kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>No computer with this name was found.</source>
        <translation>Es wurde kein Computer mit diesem Namen gefunden.</translation>
    </message>
    <message>
        <source>The controller cannot be reached at this address and port.</source>
        <translation>Der Controller ist unter dieser Adresse und diesem Port nicht erreichbar.</translation>
    </message>
    <message>
        <source>Something answers at this port, but it does not speak HTTPS.</source>
        <translation>An diesem Port antwortet etwas, aber nicht über HTTPS.</translation>
    </message>
    <message>
        <source>The controller&apos;s certificate is not trusted by this computer.</source>
        <translation>Dieser Computer vertraut dem Zertifikat des Controllers nicht.</translation>
    </message>
    <message>
        <source>The controller shows another certificate than the one you trusted.</source>
        <translation>Der Controller zeigt ein anderes Zertifikat als das, dem Sie vertraut haben.</translation>
    </message>
    <message>
        <source>The controller took the request, but gave no answer.</source>
        <translation>Der Controller hat die Anfrage angenommen, aber nicht geantwortet.</translation>
    </message>
    <message>
        <source>The controller is busy or restarting.</source>
        <translation>Der Controller ist ausgelastet oder startet neu.</translation>
    </message>
    <message numerus="yes">
        <source>The controller asks to wait %n second(s) before the next request.</source>
        <translation>
            <numerusform>Der Controller bittet, vor der nächsten Anfrage %n Sekunde zu warten.</numerusform>
            <numerusform>Der Controller bittet, vor der nächsten Anfrage %n Sekunden zu warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The controller asks to wait before the next request.</source>
        <translation>Der Controller bittet, vor der nächsten Anfrage zu warten.</translation>
    </message>
    <message>
        <source>Gatehouse has no credentials for this controller.</source>
        <translation>Gatehouse hat keine Zugangsdaten für diesen Controller.</translation>
    </message>
    <message>
        <source>The controller does not accept these credentials.</source>
        <translation>Der Controller akzeptiert diese Zugangsdaten nicht.</translation>
    </message>
    <message>
        <source>The controller ended the session.</source>
        <translation>Der Controller hat die Sitzung beendet.</translation>
    </message>
    <message>
        <source>This account may look but not do this.</source>
        <translation>Dieses Konto darf lesen, aber diese Aktion nicht ausführen.</translation>
    </message>
    <message>
        <source>The controller does not list this any more.</source>
        <translation>Der Controller führt das nicht mehr auf.</translation>
    </message>
    <message>
        <source>This device is not on a guest network with a portal.</source>
        <translation>Dieses Gerät ist nicht in einem Gastnetzwerk mit Portal.</translation>
    </message>
    <message>
        <source>The controller refused.</source>
        <translation>Der Controller hat abgelehnt.</translation>
    </message>
    <message>
        <source>The controller&apos;s answer could not be read.</source>
        <translation>Die Antwort des Controllers konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This controller cannot do that with the credentials it has.</source>
        <translation>Mit den hinterlegten Zugangsdaten kann dieser Controller das nicht.</translation>
    </message>
    <message>
        <source>No keychain service answers on this computer.</source>
        <translation>Auf diesem Computer antwortet kein Schlüsselbund-Dienst.</translation>
    </message>
    <message>
        <source>The keychain is locked, or the secret in it is gone.</source>
        <translation>Der Schlüsselbund ist gesperrt, oder das Geheimnis darin ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>The keychain refused.</source>
        <translation>Der Schlüsselbund hat abgelehnt.</translation>
    </message>
    <message>
        <source>A file of the profile could not be read or written (%1).</source>
        <translation>Eine Datei des Profils konnte nicht gelesen oder geschrieben werden (%1).</translation>
    </message>
    <message>
        <source>This profile was written by a newer version of Gatehouse. Nothing was changed.</source>
        <translation>Dieses Profil stammt von einer neueren Version von Gatehouse. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Check the spelling of the host name, or type the IP address.</source>
        <translation>Prüfen Sie die Schreibweise des Hostnamens, oder geben Sie die IP-Adresse ein.</translation>
    </message>
    <message>
        <source>Check the address, the port and that the controller is switched on.</source>
        <translation>Prüfen Sie Adresse und Port und ob der Controller eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Try the controller&apos;s HTTPS port: 443, 8043, 8443 or 11443.</source>
        <translation>Versuchen Sie den HTTPS-Port des Controllers: 443, 8043, 8443 oder 11443.</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the controller&apos;s, then trust this certificate once.</source>
        <translation>Vergleichen Sie den Fingerabdruck mit dem des Controllers, und vertrauen Sie diesem Zertifikat dann einmalig.</translation>
    </message>
    <message>
        <source>Ask whoever runs the controller whether its certificate was renewed, then review it.</source>
        <translation>Fragen Sie den Betreiber des Controllers, ob das Zertifikat erneuert wurde, und prüfen Sie es dann.</translation>
    </message>
    <message>
        <source>Look at the device&apos;s state before you try again.</source>
        <translation>Sehen Sie sich den Status des Geräts an, bevor Sie es erneut versuchen.</translation>
    </message>
    <message>
        <source>Wait a minute; Gatehouse tries again by itself.</source>
        <translation>Warten Sie eine Minute; Gatehouse versucht es von selbst erneut.</translation>
    </message>
    <message>
        <source>Gatehouse waits and tries again by itself.</source>
        <translation>Gatehouse wartet und versucht es von selbst erneut.</translation>
    </message>
    <message>
        <source>Enter the controller&apos;s credentials.</source>
        <translation>Geben Sie die Zugangsdaten des Controllers ein.</translation>
    </message>
    <message>
        <source>Check the credentials, or make new ones on the controller.</source>
        <translation>Prüfen Sie die Zugangsdaten, oder legen Sie am Controller neue an.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Melden Sie sich erneut an.</translation>
    </message>
    <message>
        <source>Use credentials of an account that may manage guests.</source>
        <translation>Verwenden Sie die Zugangsdaten eines Kontos, das Gäste verwalten darf.</translation>
    </message>
    <message>
        <source>Check that the device is connected, then refresh the list.</source>
        <translation>Prüfen Sie, ob das Gerät verbunden ist, und aktualisieren Sie dann die Liste.</translation>
    </message>
    <message>
        <source>Check that the device uses the guest network.</source>
        <translation>Prüfen Sie, ob das Gerät das Gastnetzwerk verwendet.</translation>
    </message>
    <message>
        <source>Refresh the list and look at the device before you try again.</source>
        <translation>Aktualisieren Sie die Liste, und sehen Sie sich das Gerät an, bevor Sie es erneut versuchen.</translation>
    </message>
    <message>
        <source>Check that the address belongs to a supported controller.</source>
        <translation>Prüfen Sie, ob die Adresse zu einem unterstützten Controller gehört.</translation>
    </message>
    <message>
        <source>Add a credential that can, or do it on the controller itself.</source>
        <translation>Fügen Sie Zugangsdaten hinzu, die dazu berechtigen, oder tun Sie es am Controller selbst.</translation>
    </message>
    <message>
        <source>Start a keychain service (such as GNOME Keyring or KWallet), or keep the secret in memory for this session.</source>
        <translation>Starten Sie einen Schlüsselbund-Dienst (etwa GNOME Keyring oder KWallet), oder behalten Sie das Geheimnis für diese Sitzung im Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Unlock the keychain and try again, or enter the secret anew.</source>
        <translation>Entsperren Sie den Schlüsselbund, und versuchen Sie es erneut, oder geben Sie das Geheimnis neu ein.</translation>
    </message>
    <message>
        <source>Try again, or keep the secret in memory for this session.</source>
        <translation>Versuchen Sie es erneut, oder behalten Sie das Geheimnis für diese Sitzung im Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Check that the profile folder exists, can be written and has space.</source>
        <translation>Prüfen Sie, ob der Profilordner vorhanden und beschreibbar ist und genug Platz hat.</translation>
    </message>
    <message>
        <source>Install the newer version, or choose another profile folder with --profile.</source>
        <translation>Installieren Sie die neuere Version, oder wählen Sie mit --profile einen anderen Profilordner.</translation>
    </message>
    <message>
        <source>Not found: “%1”.</source>
        <translation>Nicht gefunden: „%1“.</translation>
    </message>
    <message>
        <source>Check what was asked for, and that the device is connected.</source>
        <translation>Prüfen Sie die Angabe und ob das Gerät verbunden ist.</translation>
    </message>
    <message>
        <source>Check client ID and secret, and that the Open API is switched on in Omada&apos;s global view under Settings, Platform Integration, Open API.</source>
        <translation>Prüfen Sie Client-ID und Client-Secret und ob die Open API in der globalen Ansicht von Omada unter Settings, Platform Integration, Open API eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Check client ID and secret, and that the address is of the region of your account: use1, euw1 or aps1.</source>
        <translation>Prüfen Sie Client-ID und Client-Secret und ob die Adresse zur Region Ihres Kontos gehört: use1, euw1 oder aps1.</translation>
    </message>
    <message>
        <source>What answers there is no controller that Gatehouse knows; this looks like the wrong port.</source>
        <translation>Dort antwortet kein Controller, den Gatehouse kennt; vermutlich ist es der falsche Port.</translation>
    </message>
    <message>
        <source>This account signs in with a second factor.</source>
        <translation>Dieses Konto meldet sich mit einem zweiten Faktor an.</translation>
    </message>
    <message numerus="yes">
        <source>After too many wrong passwords the controller takes no sign-in for %n minute(s).</source>
        <translation>
            <numerusform>Nach zu vielen falschen Passwörtern nimmt der Controller %n Minute lang keine Anmeldung an.</numerusform>
            <numerusform>Nach zu vielen falschen Passwörtern nimmt der Controller %n Minuten lang keine Anmeldung an.</numerusform>
        </translation>
    </message>
    <message>
        <source>After too many wrong passwords the controller takes no sign-in for a while.</source>
        <translation>Nach zu vielen falschen Passwörtern nimmt der Controller eine Zeit lang keine Anmeldung an.</translation>
    </message>
    <message>
        <source>The controller&apos;s portal knows no device that waits where this one was seen.</source>
        <translation>Das Portal des Controllers kennt dort, wo dieses Gerät gesehen wurde, kein wartendes Gerät.</translation>
    </message>
    <message>
        <source>This controller lets a device in only by the address that its browser was sent to.</source>
        <translation>Dieser Controller schaltet ein Gerät nur über die Adresse frei, zu der dessen Browser geleitet wurde.</translation>
    </message>
    <message>
        <source>Leave the port out, so that Gatehouse looks at 443, 8043, 8443 and 11443, or type the one that the controller&apos;s own web page has.</source>
        <translation>Lassen Sie den Port weg, damit Gatehouse an 443, 8043, 8443 und 11443 sucht, oder geben Sie den Port der Weboberfläche des Controllers ein.</translation>
    </message>
    <message>
        <source>Use an API key, or a local account of the controller without a second factor.</source>
        <translation>Verwenden Sie einen API-Schlüssel oder ein lokales Konto des Controllers ohne zweiten Faktor.</translation>
    </message>
    <message>
        <source>Wait until then, and check the password before you try again.</source>
        <translation>Warten Sie so lange, und prüfen Sie das Passwort, bevor Sie es erneut versuchen.</translation>
    </message>
    <message>
        <source>Have the device open any web page, and use the new address: it may have roamed, left, or been let in. If it never works, check that the network&apos;s portal is an External Portal.</source>
        <translation>Lassen Sie auf dem Gerät eine beliebige Webseite öffnen, und verwenden Sie die neue Adresse: Das Gerät kann den Access Point gewechselt haben, gegangen oder bereits freigeschaltet sein. Gelingt es nie, prüfen Sie, ob das Portal des Netzwerks ein „External Portal“ ist.</translation>
    </message>
    <message>
        <source>Have the device open any web page, and paste the address it ends at, or take it from the waiting room.</source>
        <translation>Lassen Sie auf dem Gerät eine beliebige Webseite öffnen, und fügen Sie die Adresse ein, bei der es landet, oder übernehmen Sie sie aus dem Warteraum.</translation>
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
    <name>Freshness</name>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Refresh (F5)</source>
        <translation>Aktualisieren (F5)</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>noch keine Antwort</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <comment>seconds since the last answer</comment>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <comment>minutes since the last answer</comment>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>from the last session</source>
        <translation>aus der letzten Sitzung</translation>
    </message>
</context>
<context>
    <name>Gatehouse</name>
    <message>
        <source>There is a controller called “%1” already.</source>
        <translation>Einen Controller namens „%1“ gibt es bereits.</translation>
    </message>
    <message>
        <source>same phone, new address: it was %1</source>
        <translation>dasselbe Telefon, neue Adresse: zuvor %1</translation>
    </message>
</context>
<context>
    <name>HistoryCareCommand</name>
    <message>
        <source>%1 is not a signed head, or was changed.</source>
        <translation>%1 ist kein signierter Stand oder wurde verändert.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s), none changed, removed or added. Head: %1</source>
        <translation>
            <numerusform>%n Eintrag, weder verändert noch entfernt oder hinzugefügt. Stand: %1</numerusform>
            <numerusform>%n Einträge, keiner verändert, entfernt oder hinzugefügt. Stand: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The history was changed: record %1 does not fit (%2).</source>
        <translation>Der Verlauf wurde verändert: Eintrag %1 passt nicht (%2).</translation>
    </message>
    <message>
        <source>The secret is not 32 bytes as base64.</source>
        <translation>Das Geheimnis ist nicht 32 Bytes als base64.</translation>
    </message>
    <message>
        <source>Keep %1 where nobody can change it.</source>
        <translation>Bewahren Sie %1 dort auf, wo es niemand ändern kann.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) imported and verified.</source>
        <translation>
            <numerusform>%n Eintrag eingelesen und geprüft.</numerusform>
            <numerusform>%n Einträge eingelesen und geprüft.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not a MAC address.</source>
        <translation>„%1“ ist keine MAC-Adresse.</translation>
    </message>
    <message>
        <source>Say whom to erase: --mac, --guest, --room, --login or --before.</source>
        <translation>Sagen Sie, wer gelöscht werden soll: --mac, --guest, --room, --login oder --before.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) would be erased.</source>
        <translation>
            <numerusform>%n Eintrag würde gelöscht.</numerusform>
            <numerusform>%n Einträge würden gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) erased.</source>
        <translation>
            <numerusform>%n Eintrag gelöscht.</numerusform>
            <numerusform>%n Einträge gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not the number of a record.</source>
        <translation>„%1“ ist nicht die Nummer eines Eintrags.</translation>
    </message>
</context>
<context>
    <name>HistoryCommand</name>
    <message>
        <source>“%1” is not a MAC address.</source>
        <translation>„%1“ ist keine MAC-Adresse.</translation>
    </message>
    <message>
        <source>There is no outcome called “%1”.</source>
        <translation>Es gibt kein Ergebnis namens „%1“.</translation>
    </message>
    <message>
        <source>--limit takes a whole number of 1 or more.</source>
        <translation>--limit erwartet eine ganze Zahl ab 1.</translation>
    </message>
    <message>
        <source>No records.</source>
        <translation>Keine Einträge.</translation>
    </message>
    <message>
        <source>RECORD</source>
        <translation>EINTRAG</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>ZEIT</translation>
    </message>
    <message>
        <source>ACTION</source>
        <translation>AKTION</translation>
    </message>
    <message>
        <source>OUTCOME</source>
        <translation>ERGEBNIS</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>GUEST</source>
        <translation>GAST</translation>
    </message>
    <message>
        <source>CONTROLLER</source>
        <translation>CONTROLLER</translation>
    </message>
    <message>
        <source>BY</source>
        <translation>DURCH</translation>
    </message>
    <message>
        <source>LIMITS</source>
        <translation>LIMITS</translation>
    </message>
    <message>
        <source>REASON</source>
        <translation>GRUND</translation>
    </message>
    <message>
        <source>--format takes csv or jsonl, not “%1”.</source>
        <translation>--format erlaubt csv oder jsonl, nicht „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) written.</source>
        <translation>
            <numerusform>%n Eintrag geschrieben.</numerusform>
            <numerusform>%n Einträge geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryFilterBar</name>
    <message>
        <source>Time</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Show the whole time again</source>
        <translation>Wieder den ganzen Zeitraum anzeigen</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Any action</source>
        <translation>Alle Aktionen</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Any outcome</source>
        <translation>Alle Ergebnisse</translation>
    </message>
    <message>
        <source>Controller</source>
        <translation>Controller</translation>
    </message>
    <message>
        <source>Any controller</source>
        <translation>Alle Controller</translation>
    </message>
    <message>
        <source>Only %1</source>
        <comment>a stretch of time</comment>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>Unknown, not looked at</source>
        <translation>Unbekannt, nicht angesehen</translation>
    </message>
    <message>
        <source>Put off until seen</source>
        <translation>Aufgeschoben, bis es auftaucht</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Controller</source>
        <translation>Controller</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Erased</source>
        <comment>who it was</comment>
        <translation>Gelöscht</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Search history</source>
        <translation>Verlauf durchsuchen</translation>
    </message>
    <message>
        <source>Guest, room, MAC, device, operator, reason</source>
        <translation>Gast, Zimmer, MAC, Gerät, Operator, Grund</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>No record matches what is chosen above.</source>
        <translation>Kein Eintrag passt zu der Auswahl oben.</translation>
    </message>
    <message>
        <source>Nothing has been done yet. Every authorization, extension and cancellation will be listed here, with who asked for it and what came of it.</source>
        <translation>Bisher wurde nichts getan. Hier erscheint jede Freischaltung, Verlängerung und Aufhebung, mit der Person, die sie veranlasst hat, und dem Ergebnis.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles anzeigen</translation>
    </message>
    <message>
        <source>Something else is under way on this device. Try again once that has ended.</source>
        <translation>Mit diesem Gerät geschieht gerade etwas anderes. Versuchen Sie es noch einmal, wenn das beendet ist.</translation>
    </message>
</context>
<context>
    <name>HistoryRecordPanel</name>
    <message>
        <source>%1, got %2</source>
        <comment>asked and got</comment>
        <translation>%1, erhalten: %2</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Who and why</source>
        <translation>Wer und warum</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC-Adresse</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Controller</source>
        <translation>Controller</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Asked at</source>
        <translation>Angefragt um</translation>
    </message>
    <message>
        <source>Settled at</source>
        <translation>Abgeschlossen um</translation>
    </message>
    <message>
        <source>Its clock</source>
        <translation>Controller-Uhr</translation>
    </message>
    <message>
        <source>&amp;Copy record</source>
        <translation>Eintrag &amp;kopieren</translation>
    </message>
    <message>
        <source>Select a record to see it here.</source>
        <translation>Wählen Sie einen Eintrag aus, um ihn hier zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n records selected.</source>
        <translation>
            <numerusform>%n Eintrag ausgewählt.</numerusform>
            <numerusform>%n Einträge ausgewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>action and device</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>undoes record %1</source>
        <translation>nimmt Eintrag %1 zurück</translation>
    </message>
    <message>
        <source>does what record %1 put off</source>
        <translation>holt nach, was Eintrag %1 aufgeschoben hat</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Angemeldet als</translation>
    </message>
    <message>
        <source>It showed</source>
        <translation>Er zeigte</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Gehört zu</translation>
    </message>
    <message>
        <source>Undone by</source>
        <translation>Zurückgenommen von</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>I have &amp;seen this</source>
        <translation>&amp;Gesehen</translation>
    </message>
    <message>
        <source>record %1</source>
        <comment>as in &apos;undone by&apos;</comment>
        <translation>Eintrag %1</translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>HistoryTasks</name>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Er&amp;ase…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Check that no record was changed or removed</source>
        <translation>Prüfen, dass kein Eintrag verändert oder entfernt wurde</translation>
    </message>
    <message>
        <source>Write the records that are shown to a file</source>
        <translation>Die gezeigten Einträge in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Forget for good whom records were about</source>
        <translation>Endgültig vergessen, wen Einträge betrafen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>what is under way, and how many records of it are done</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Verifying…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>The history was changed outside of Gatehouse: record %1 does not fit. Keep a copy of the profile folder as it is, and compare it with a backup or an earlier export.</source>
        <translation>Der Verlauf wurde außerhalb von Gatehouse verändert: Eintrag %1 passt nicht. Bewahren Sie eine Kopie des Profilordners auf, wie er ist, und vergleichen Sie ihn mit einer Sicherung oder einem früheren Export.</translation>
    </message>
    <message>
        <source>The history is whole. It is empty.</source>
        <translation>Der Verlauf ist unversehrt. Er ist leer.</translation>
    </message>
    <message numerus="yes">
        <source>The history is whole: all %n records are in place and unchanged. Its newest seal is %1.</source>
        <translation>
            <numerusform>Der Verlauf ist unversehrt: %n Eintrag ist an seinem Platz und unverändert. Sein neuestes Siegel ist %1.</numerusform>
            <numerusform>Der Verlauf ist unversehrt: alle %n Einträge sind an ihrem Platz und unverändert. Sein neuestes Siegel ist %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export history</source>
        <translation>Verlauf exportieren</translation>
    </message>
    <message>
        <source>Spreadsheet, CSV (*.csv)</source>
        <translation>Tabelle, CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON, one record a line (*.jsonl)</source>
        <translation>JSON, ein Eintrag je Zeile (*.jsonl)</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben…</translation>
    </message>
    <message numerus="yes">
        <source>%n records were written to %1.</source>
        <translation>
            <numerusform>%n Eintrag wurde in %1 geschrieben.</numerusform>
            <numerusform>%n Einträge wurden in %1 geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryTimeline</name>
    <message>
        <source>Actions over time</source>
        <translation>Aktionen im Zeitverlauf</translation>
    </message>
    <message>
        <source>Drag over the bars to see only that time. By keyboard: Shift with the arrow keys, then Enter.</source>
        <translation>Ziehen Sie über die Balken, um nur diesen Zeitraum zu sehen. Mit der Tastatur: Umschalt mit den Pfeiltasten, dann Eingabe.</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s), %1</source>
        <comment>number and span of time</comment>
        <translation>
            <numerusform>%n Aktion, %1</numerusform>
            <numerusform>%n Aktionen, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>from one time to another</comment>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>%1: %2</source>
        <comment>name and value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>an authorization</comment>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>No outcome</source>
        <translation>Kein Ergebnis</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between name, room and login ID</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC-Adresse</translation>
    </message>
    <message>
        <source>Controller</source>
        <translation>Controller</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <source>Got</source>
        <translation>Erhalten</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>erased</source>
        <comment>a device&apos;s name</comment>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>Who this was for was erased on %1 by %2.</source>
        <translation>Wen dies betraf, wurde am %1 von %2 gelöscht.</translation>
    </message>
    <message>
        <source>This was asked for, and its outcome has not been recorded.</source>
        <translation>Dies wurde verlangt, und sein Ergebnis ist nicht verzeichnet.</translation>
    </message>
</context>
<context>
    <name>KeepChoice</name>
    <message>
        <source>Secrets are kept in memory here and are gone when Gatehouse ends.</source>
        <translation>Geheimnisse bleiben hier im Arbeitsspeicher und sind weg, wenn Gatehouse endet.</translation>
    </message>
    <message>
        <source>Try the ke&amp;ychain again</source>
        <translation>Sch&amp;lüsselbund erneut versuchen</translation>
    </message>
    <message>
        <source>Keep it in &amp;memory, only for this session</source>
        <translation>N&amp;ur für diese Sitzung im Arbeitsspeicher behalten</translation>
    </message>
</context>
<context>
    <name>LimitRows</name>
    <message>
        <source>controller&apos;s own</source>
        <translation>laut Controller</translation>
    </message>
    <message>
        <source>D&amp;uration</source>
        <translation>&amp;Dauer</translation>
    </message>
    <message>
        <source>Data &amp;limit</source>
        <translation>Daten&amp;limit</translation>
    </message>
    <message>
        <source>Do&amp;wnload limit</source>
        <translation>Do&amp;wnload-Limit</translation>
    </message>
    <message>
        <source>U&amp;pload limit</source>
        <translation>U&amp;pload-Limit</translation>
    </message>
    <message>
        <source>%1 becomes %2 on this controller.</source>
        <comment>typed and rounded rate</comment>
        <translation>%1 wird auf diesem Controller zu %2.</translation>
    </message>
</context>
<context>
    <name>Limitation</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 h</source>
        <comment>days and hours</comment>
        <translation>%1 %2 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
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
        <source>the controller&apos;s own duration</source>
        <translation>Dauer laut Controller</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>kein Limit</translation>
    </message>
    <message>
        <source>%1 down</source>
        <translation>%1 Download</translation>
    </message>
    <message>
        <source>%1 up</source>
        <translation>%1 Upload</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between limits</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 must be between %2 and %3 on this controller.</source>
        <translation>%1: Dieser Controller erlaubt Werte von %2 bis %3.</translation>
    </message>
    <message>
        <source>%1 cannot be set with the credentials that this controller has; it would need: %2.</source>
        <translation>%1: mit den hinterlegten Zugangsdaten dieses Controllers nicht einstellbar; dafür nötig: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be set on this controller.</source>
        <translation>%1: auf diesem Controller nicht einstellbar.</translation>
    </message>
    <message>
        <source>This device is authorized already.</source>
        <translation>Dieses Gerät ist bereits freigeschaltet.</translation>
    </message>
    <message>
        <source>This device is not authorized.</source>
        <translation>Dieses Gerät ist nicht freigeschaltet.</translation>
    </message>
    <message>
        <source>Another action on this device is still under way.</source>
        <translation>Eine andere Aktion für dieses Gerät läuft noch.</translation>
    </message>
    <message>
        <source>This device is not on a guest network.</source>
        <translation>Dieses Gerät ist nicht in einem Gastnetzwerk.</translation>
    </message>
    <message>
        <source>The controller did not say whether this device is authorized.</source>
        <translation>Der Controller hat nicht angegeben, ob dieses Gerät freigeschaltet ist.</translation>
    </message>
    <message>
        <source>This controller needs the address that the device&apos;s browser was sent to.</source>
        <translation>Dieser Controller braucht die Adresse, zu der der Browser des Geräts geleitet wurde.</translation>
    </message>
    <message>
        <source>This controller can do this only while the device is connected.</source>
        <translation>Dieser Controller kann das nur, solange das Gerät verbunden ist.</translation>
    </message>
    <message>
        <source>The controller does not answer now.</source>
        <translation>Der Controller antwortet derzeit nicht.</translation>
    </message>
    <message>
        <source>This device is blocked already.</source>
        <translation>Dieses Gerät ist bereits blockiert.</translation>
    </message>
    <message>
        <source>This device is not blocked.</source>
        <translation>Dieses Gerät ist nicht blockiert.</translation>
    </message>
    <message>
        <source>This controller cannot authorize devices with the credentials it has.</source>
        <translation>Mit den hinterlegten Zugangsdaten kann dieser Controller keine Geräte freischalten.</translation>
    </message>
    <message>
        <source>This controller cannot extend an authorization.</source>
        <translation>Dieser Controller kann keine Freischaltung verlängern.</translation>
    </message>
    <message>
        <source>This controller cannot be told to cancel: an authorization ends at its time, or on the controller&apos;s own hotspot page.</source>
        <translation>Bei diesem Controller ist das Aufheben von hier aus nicht möglich: Eine Freischaltung endet zu ihrer Zeit oder auf der Hotspot-Seite des Controllers.</translation>
    </message>
    <message>
        <source>This controller cannot block devices.</source>
        <translation>Dieser Controller kann keine Geräte blockieren.</translation>
    </message>
    <message>
        <source>The controller did not say whether this device is blocked.</source>
        <translation>Der Controller hat nicht angegeben, ob dieses Gerät blockiert ist.</translation>
    </message>
    <message>
        <source>%1 With a further credential it could: %2.</source>
        <comment>a sentence, the kind of credential</comment>
        <translation>%1 Mit weiteren Zugangsdaten wäre es möglich: %2.</translation>
    </message>
</context>
<context>
    <name>ListControllersCommand</name>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>PRODUCT</source>
        <translation>PRODUKT</translation>
    </message>
    <message>
        <source>VERSION</source>
        <translation>VERSION</translation>
    </message>
    <message>
        <source>PROTOCOL</source>
        <translation>PROTOKOLL</translation>
    </message>
    <message>
        <source>ADDRESS</source>
        <translation>ADRESSE</translation>
    </message>
    <message>
        <source>CREDENTIALS</source>
        <translation>ZUGANGSDATEN</translation>
    </message>
    <message>
        <source>No controllers yet. Add one with: gatehouse-cli controller add NAME --url URL …</source>
        <translation>Noch keine Controller. Hinzufügen mit: gatehouse-cli controller add NAME --url URL …</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Controllers and pages</source>
        <translation>Controller und Seiten</translation>
    </message>
    <message>
        <source>Ctrl+F searches, Enter authorizes the selected device, Del cancels its authorization.</source>
        <translation>Strg+F sucht, Eingabe schaltet das ausgewählte Gerät frei, Entf hebt seine Freischaltung auf.</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Erneut verbinden</translation>
    </message>
    <message>
        <source>Enter credentials…</source>
        <translation>Zugangsdaten eingeben…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Something else is under way on this device. Undo it from the history once that has ended.</source>
        <translation>Mit diesem Gerät geschieht gerade etwas anderes. Nehmen Sie es im Verlauf zurück, wenn das beendet ist.</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Show simulated controllers. Nothing of yours is touched.</source>
        <translation>Simulierte Controller zeigen. Ihre eigenen Daten bleiben unberührt.</translation>
    </message>
    <message>
        <source>Keep settings and history in this folder.</source>
        <translation>Einstellungen und Verlauf in diesem Ordner ablegen.</translation>
    </message>
    <message>
        <source>Speak this language, for instance de.</source>
        <translation>Diese Sprache verwenden, zum Beispiel de.</translation>
    </message>
    <message>
        <source>Use light, dark or the system&apos;s colours.</source>
        <translation>Helle oder dunkle Farben oder die des Systems verwenden.</translation>
    </message>
    <message>
        <source>Open the window in this size, for instance 1280x800.</source>
        <translation>Das Fenster in dieser Größe öffnen, zum Beispiel 1280x800.</translation>
    </message>
    <message>
        <source>Save a picture of the window as soon as it shows clients, and end.</source>
        <translation>Ein Bild des Fensters speichern, sobald es Clients zeigt, und beenden.</translation>
    </message>
    <message>
        <source>Check this installation, print a line for each part, and end.</source>
        <translation>Diese Installation prüfen, eine Zeile je Teil ausgeben und beenden.</translation>
    </message>
    <message>
        <source>With --selfcheck: write the lines to this file too.</source>
        <translation>Mit --selfcheck: die Zeilen auch in diese Datei schreiben.</translation>
    </message>
    <message>
        <source>With --selfcheck: save a picture of a window.</source>
        <translation>Mit --selfcheck: ein Bild eines Fensters speichern.</translation>
    </message>
    <message>
        <source>With --selfcheck: try this https address too; needs --cert.</source>
        <translation>Mit --selfcheck: auch diese https-Adresse versuchen; braucht --cert.</translation>
    </message>
    <message>
        <source>With --selfcheck: the PEM certificate that --url shows.</source>
        <translation>Mit --selfcheck: das PEM-Zertifikat, das --url vorlegt.</translation>
    </message>
    <message>
        <source>With --selfcheck: store, read and remove a test secret in the keychain.</source>
        <translation>Mit --selfcheck: ein Testgeheimnis im Schlüsselbund speichern, lesen und entfernen.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe anzeigen.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Version anzeigen.</translation>
    </message>
    <message>
        <source>--scheme takes light, dark or system.</source>
        <translation>--scheme erlaubt light, dark oder system.</translation>
    </message>
    <message>
        <source>--size takes a width and a height from 320 to 16000, such as 1280x800.</source>
        <translation>--size erwartet eine Breite und eine Höhe von 320 bis 16000, etwa 1280x800.</translation>
    </message>
    <message>
        <source>--url and --cert go together.</source>
        <translation>--url und --cert gehören zusammen.</translation>
    </message>
    <message>
        <source>--url takes an address that begins with https://.</source>
        <translation>--url erwartet eine Adresse, die mit https:// beginnt.</translation>
    </message>
    <message>
        <source>Gatehouse lets guests into the Wi-Fi of UniFi and Omada controllers.</source>
        <translation>Gatehouse schaltet Gäste im WLAN von UniFi- und Omada-Controllern frei.</translation>
    </message>
    <message>
        <source>“%1” is not an option.</source>
        <translation>„%1“ ist keine Option.</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>%1 asked %2, got %3</source>
        <extracomment>%1 a limit such as &quot;Duration&quot;, %2 and %3 its values</extracomment>
        <translation>%1: %2 angefragt, %3 erhalten</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between differences</comment>
        <translation>; </translation>
    </message>
    <message>
        <source>%1 is authorized until %2.</source>
        <translation>%1 ist bis %2 freigeschaltet.</translation>
    </message>
    <message>
        <source>%1 is authorized.</source>
        <translation>%1 ist freigeschaltet.</translation>
    </message>
    <message>
        <source>The authorization of %1 now ends at %2.</source>
        <translation>Die Freischaltung von %1 endet jetzt um %2.</translation>
    </message>
    <message>
        <source>The authorization of %1 was extended.</source>
        <translation>Die Freischaltung von %1 wurde verlängert.</translation>
    </message>
    <message>
        <source>The authorization of %1 is cancelled.</source>
        <translation>Die Freischaltung von %1 ist aufgehoben.</translation>
    </message>
    <message>
        <source>%1 is blocked.</source>
        <translation>%1 ist blockiert.</translation>
    </message>
    <message>
        <source>%1 is no longer blocked.</source>
        <translation>%1 ist nicht mehr blockiert.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>confirmed by the controller %1</source>
        <translation>vom Controller bestätigt %1</translation>
    </message>
    <message>
        <source>differs: %1</source>
        <translation>abweichend – %1</translation>
    </message>
    <message>
        <source>not confirmed: look at the device again in a minute</source>
        <translation>nicht bestätigt: Sehen Sie sich das Gerät in einer Minute noch einmal an</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>abgelehnt: %1</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>not sent: %1</source>
        <translation>nicht gesendet: %1</translation>
    </message>
    <message>
        <source>unknown: sent at %1, no proof either way</source>
        <translation>unbekannt: gesendet um %1, Wirkung nicht belegt</translation>
    </message>
    <message>
        <source>%1 Confirmed by the controller at %2.</source>
        <extracomment>%1 a sentence such as &quot;Anna&apos;s iPhone is authorized until 14:00.&quot;, %2 a clock time</extracomment>
        <translation>%1 Vom Controller um %2 bestätigt.</translation>
    </message>
    <message>
        <source>The controller did something else for %1: %2. Cancel the authorization and try again, or leave it as it is.</source>
        <translation>Der Controller hat für %1 etwas anderes eingestellt (%2). Heben Sie die Freischaltung auf, und versuchen Sie es erneut, oder lassen Sie es so.</translation>
    </message>
    <message>
        <source>The controller took the request for %1, but its own state does not show it yet. Refresh and look at the device again before you repeat it.</source>
        <translation>Der Controller hat die Anfrage für %1 angenommen, zeigt die Wirkung aber noch nicht. Aktualisieren Sie, und sehen Sie sich das Gerät noch einmal an, bevor Sie die Aktion wiederholen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>device and sentence</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The controller refused this for %1.</source>
        <translation>Der Controller hat dies für %1 abgelehnt.</translation>
    </message>
    <message>
        <source>Nothing was sent for %1.</source>
        <translation>Für %1 wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The request for %1 was sent, but it is unknown whether it took effect. Refresh and look at the device before you repeat it.</source>
        <translation>Die Anfrage für %1 wurde gesendet, aber ob sie gewirkt hat, ist unbekannt. Aktualisieren Sie, und sehen Sie sich das Gerät an, bevor Sie die Aktion wiederholen.</translation>
    </message>
    <message>
        <source>The device is also disconnected from the Wi-Fi and must authenticate again. It is not blocked.</source>
        <translation>Das Gerät wird auch vom WLAN getrennt und muss sich neu anmelden. Es wird nicht blockiert.</translation>
    </message>
    <message>
        <source>The device stays connected to the Wi-Fi, but must authenticate again. It is not blocked.</source>
        <translation>Das Gerät bleibt mit dem WLAN verbunden, muss sich aber neu anmelden. Es wird nicht blockiert.</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>days and hours</comment>
        <translation>%1 T %2 h</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day and time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The controller accepted the request to let %1 in until %2.</source>
        <translation>Der Controller hat die Anfrage angenommen, %1 bis %2 freizuschalten.</translation>
    </message>
    <message>
        <source>The controller accepted the request for %1.</source>
        <translation>Der Controller hat die Anfrage für %1 angenommen.</translation>
    </message>
    <message>
        <source>%1 It cannot be asked what it did, so nothing can confirm it: see whether the device gets on.</source>
        <extracomment>%1 &quot;The controller accepted the request to let Anna&apos;s iPhone in until 14:00.&quot;</extracomment>
        <translation>%1 Ob sie gewirkt hat, lässt sich bei ihm nicht abfragen und daher nicht bestätigen: Sehen Sie nach, ob das Gerät ins Internet kommt.</translation>
    </message>
    <message>
        <source>It was not done: ask for it again after that.</source>
        <translation>Es wurde nichts ausgeführt: Starten Sie die Aktion danach erneut.</translation>
    </message>
    <message>
        <source>accepted %1: this controller cannot be asked for proof</source>
        <translation>angenommen %1: bei diesem Controller lässt sich kein Nachweis abfragen</translation>
    </message>
    <message>
        <source>It does not tell whether the data limit and the rates hold.</source>
        <translation>Ob Datenlimit und Raten gelten, gibt der Controller nicht an.</translation>
    </message>
    <message>
        <source>It does not tell whether the data limit holds.</source>
        <translation>Ob das Datenlimit gilt, gibt der Controller nicht an.</translation>
    </message>
    <message>
        <source>It does not tell whether the rates hold.</source>
        <translation>Ob die Raten gelten, gibt der Controller nicht an.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between devices</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>It is not proven that %1 is out: look at that device, then try again.</source>
        <translation>Es ist nicht bewiesen, dass %1 draußen ist: Sehen Sie nach diesem Gerät und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This guest has as many devices as are allowed here: %1. Cancel one of them first.</source>
        <translation>Dieser Gast hat so viele Geräte, wie hier erlaubt sind: %1. Beenden Sie erst eines davon.</translation>
    </message>
    <message>
        <source>The program ended before it knew what came of the request for %1. The controller shows no effect of it: ask for it again if it is still wanted.</source>
        <translation>Das Programm endete, bevor es wusste, was aus der Anfrage für %1 wurde. Der Controller zeigt keine Wirkung davon: Verlangen Sie es noch einmal, wenn es noch gewünscht ist.</translation>
    </message>
    <message>
        <source>The program ended before it knew what came of the request for %1, and the controller does not tell whether it took effect. Look at the device before you repeat it.</source>
        <translation>Das Programm endete, bevor es wusste, was aus der Anfrage für %1 wurde, und der Controller sagt nicht, ob sie gewirkt hat. Sehen Sie nach dem Gerät, bevor Sie sie wiederholen.</translation>
    </message>
    <message>
        <source>away: is cancelled when it is seen again</source>
        <translation>abwesend: wird beendet, wenn es wieder auftaucht</translation>
    </message>
    <message>
        <source>%1 is away and cannot be cancelled now. It is cancelled when Gatehouse sees it again.</source>
        <translation>%1 ist abwesend und kann jetzt nicht beendet werden. Es wird beendet, wenn Gatehouse es wieder sieht.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>device and address</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 was let in instead</source>
        <comment>a device</comment>
        <translation>%1 wurde stattdessen eingelassen</translation>
    </message>
    <message>
        <source>device limit of %1: %2 was let in instead</source>
        <comment>login ID, room or name, and device</comment>
        <translation>Gerätegrenze von %1: %2 wurde stattdessen eingelassen</translation>
    </message>
</context>
<context>
    <name>PolicyCommand</name>
    <message>
        <source>--site needs --controller.</source>
        <translation>--site braucht --controller.</translation>
    </message>
    <message>
        <source>--off goes with no other option of the policy.</source>
        <translation>--off verträgt keine andere Option der Regel.</translation>
    </message>
    <message>
        <source>Say what is to hold: --devices, --per, --at-limit, --go-on-unconfirmed or --off.</source>
        <translation>Sagen Sie, was gelten soll: --devices, --per, --at-limit, --go-on-unconfirmed oder --off.</translation>
    </message>
    <message>
        <source>Any number of devices.</source>
        <translation>Beliebig viele Geräte.</translation>
    </message>
</context>
<context>
    <name>PortalForm</name>
    <message>
        <source>This controller has no default duration. Give one.</source>
        <translation>Dieser Controller hat keine Standarddauer. Geben Sie eine Dauer an.</translation>
    </message>
    <message>
        <source>This address names no site. Choose the site of the device.</source>
        <translation>Diese Adresse nennt keinen Standort. Wählen Sie den Standort des Geräts.</translation>
    </message>
    <message>
        <source>This address does not name the access point, which this controller needs. Copy the whole address from the browser of the device.</source>
        <translation>Diese Adresse nennt den Access Point nicht, den dieser Controller wissen muss. Kopieren Sie die ganze Adresse aus dem Browser des Geräts.</translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>24 hours</source>
        <translation>24 Stunden</translation>
    </message>
    <message>
        <source>Conference, 5 Mbit/s</source>
        <translation>Konferenz, 5 Mbit/s</translation>
    </message>
    <message>
        <source>Day pass, 500 MB</source>
        <translation>Tagespass, 500 MB</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>Until check-out</source>
        <translation>Bis zum Check-out</translation>
    </message>
    <message>
        <source>3 days</source>
        <translation>3 Tage</translation>
    </message>
</context>
<context>
    <name>PresetEditor</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Preset name</source>
        <translation>Name der Vorlage</translation>
    </message>
    <message>
        <source>&amp;Data limit</source>
        <translation>&amp;Datenlimit</translation>
    </message>
    <message>
        <source>Do&amp;wnload limit</source>
        <translation>Do&amp;wnload-Limit</translation>
    </message>
    <message>
        <source>&amp;Upload limit</source>
        <translation>&amp;Upload-Limit</translation>
    </message>
    <message>
        <source>&amp;Lasts</source>
        <translation>D&amp;auer</translation>
    </message>
    <message>
        <source>&amp;Ends at</source>
        <translation>&amp;Endet um</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>controller&apos;s own</source>
        <translation>laut Controller</translation>
    </message>
    <message>
        <source>Ends at</source>
        <translation>Endet um</translation>
    </message>
    <message>
        <source>Days later</source>
        <translation>Tage später</translation>
    </message>
    <message>
        <source>+</source>
        <comment>before a number of days</comment>
        <translation>+</translation>
    </message>
    <message>
        <source>next time</source>
        <translation>nächstes Mal</translation>
    </message>
    <message numerus="yes">
        <source> day(s)</source>
        <comment>behind a number</comment>
        <translation>
            <numerusform> Tag</numerusform>
            <numerusform> Tage</numerusform>
        </translation>
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
    <name>RedirectDialog</name>
    <message>
        <source>Authorize from a pasted address</source>
        <translation>Mit eingefügter Adresse freischalten</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>The address to which the waiting device&apos;s browser was sent, out of the browser or out of a mail. It names the device and the access point.</source>
        <translation>Die Adresse, zu der der Browser des wartenden Geräts geleitet wurde, aus dem Browser oder aus einer E-Mail. Sie nennt das Gerät und den Access Point.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>No site of the controllers here sends devices to this address. Check that the right controller is added and connected.</source>
        <translation>Kein Standort der Controller hier leitet Geräte zu dieser Adresse. Prüfen Sie, ob der richtige Controller hinzugefügt und verbunden ist.</translation>
    </message>
    <message>
        <source>%1 waits at %2.</source>
        <comment>MAC address, controller and site</comment>
        <translation>%1 wartet hier: %2.</translation>
    </message>
    <message>
        <source>%1 may wait at any of these. Which one is it?</source>
        <translation>%1 kann an jedem dieser Standorte warten. Welcher ist es?</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>controller, site</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>RedirectPhrases</name>
    <message>
        <source>“%1” is not the MAC address of a device.</source>
        <translation>„%1“ ist nicht die MAC-Adresse eines Geräts.</translation>
    </message>
    <message>
        <source>This address names two devices. Copy the address from the device that waits.</source>
        <translation>Diese Adresse nennt zwei Geräte. Kopieren Sie die Adresse von dem Gerät, das wartet.</translation>
    </message>
    <message>
        <source>“%1” in this address is not a MAC address. Copy the whole address from the browser of the device that waits.</source>
        <translation>„%1“ in dieser Adresse ist keine MAC-Adresse. Kopieren Sie die ganze Adresse aus dem Browser des wartenden Geräts.</translation>
    </message>
    <message>
        <source>This address of UniFi&apos;s own portal does not tell the device. Only an external portal gets addresses that do.</source>
        <translation>Diese Adresse gehört zum eigenen Portal von UniFi und nennt das Gerät nicht. Nur ein externes Portal erhält Adressen, die es nennen.</translation>
    </message>
    <message>
        <source>This address does not tell which device waits. Copy the whole address from the browser of the device that waits.</source>
        <translation>Diese Adresse gibt nicht an, welches Gerät wartet. Kopieren Sie die ganze Adresse aus dem Browser des wartenden Geräts.</translation>
    </message>
    <message>
        <source>This is too long for an address. Copy only the address from the browser of the device that waits.</source>
        <translation>Das ist zu lang für eine Adresse. Kopieren Sie nur die Adresse aus dem Browser des wartenden Geräts.</translation>
    </message>
</context>
<context>
    <name>RemoveControllerCommand</name>
    <message>
        <source>Removed %1 and its secrets. Its history stays.</source>
        <translation>%1 und seine Geheimnisse wurden entfernt. Der Verlauf bleibt.</translation>
    </message>
    <message>
        <source>Removed %1. Its item in the keychain and its history stay.</source>
        <translation>%1 ist entfernt. Sein Eintrag im Schlüsselbund und sein Verlauf bleiben.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>SettingsControllers</name>
    <message>
        <source>No controller is configured yet.</source>
        <translation>Es ist noch kein Controller eingerichtet.</translation>
    </message>
    <message>
        <source>Controllers</source>
        <translation>Controller</translation>
    </message>
    <message>
        <source>Add c&amp;ontroller…</source>
        <translation>C&amp;ontroller hinzufügen…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Re&amp;view certificate…</source>
        <translation>Zertifikat &amp;prüfen…</translation>
    </message>
    <message>
        <source>&amp;Credentials…</source>
        <translation>&amp;Zugangsdaten…</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>Ent&amp;fernen…</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Remove %1? Its secret is taken out of the keychain. Its history stays.</source>
        <translation>%1 entfernen? Das Geheimnis wird aus dem Schlüsselbund gelöscht. Der Verlauf bleibt.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>kind of credential and account</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>It has no credentials yet.</source>
        <translation>Es gibt noch keine Zugangsdaten.</translation>
    </message>
    <message>
        <source>Credentials: %1.</source>
        <translation>Zugangsdaten: %1.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between credentials</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Give the controller a name.</source>
        <translation>Geben Sie dem Controller einen Namen.</translation>
    </message>
    <message>
        <source>Another controller has this name.</source>
        <translation>Ein anderer Controller hat bereits diesen Namen.</translation>
    </message>
    <message>
        <source>%1 at %2, by the %3.</source>
        <comment>product, address, protocol</comment>
        <translation>%1 unter %2, über %3.</translation>
    </message>
    <message>
        <source>Remove, leave the secret there</source>
        <translation>Entfernen, Geheimnis dort lassen</translation>
    </message>
</context>
<context>
    <name>SettingsDevices</name>
    <message>
        <source>&amp;Differs here</source>
        <translation>Hier a&amp;nders</translation>
    </message>
    <message>
        <source>&amp;Limit how many devices one guest may have</source>
        <translation>&amp;Begrenzen, wie viele Geräte ein Gast haben darf</translation>
    </message>
    <message>
        <source>Counted by</source>
        <translation>Gezählt nach</translation>
    </message>
    <message>
        <source>At one device more</source>
        <translation>Bei einem Gerät mehr</translation>
    </message>
    <message>
        <source>Let the new device in even if the controller does not confirm that the old one is &amp;out</source>
        <translation>Das neue Gerät auch einlassen, wenn der Controller nicht bestätigt, dass das alte &amp;draußen ist</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Login ID</source>
        <translation>Anmeldekennung</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Zimmer</translation>
    </message>
    <message>
        <source>Guest name</source>
        <translation>Name des Gastes</translation>
    </message>
    <message>
        <source>End the oldest</source>
        <translation>Ältestes beenden</translation>
    </message>
    <message>
        <source>The device that has been in longest is cancelled first, then the new one is let in</source>
        <translation>Das Gerät, das am längsten drin ist, wird zuerst beendet, dann wird das neue eingelassen</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>The new device is not let in</source>
        <translation>Das neue Gerät wird nicht eingelassen</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>The person at the desk decides</source>
        <translation>Wer am Empfang ist, entscheidet</translation>
    </message>
    <message>
        <source>D&amp;evices at once</source>
        <translation>G&amp;eräte zugleich</translation>
    </message>
    <message>
        <source>A guest who comes with one device more loses an older one: it must sign in again, and is never blocked. What is known of a guest is what was typed when a device was let in.</source>
        <translation>Kommt ein Gast mit einem Gerät mehr, verliert er ein älteres: Es muss sich neu anmelden und wird nie blockiert. Von einem Gast ist bekannt, was beim Einlassen eines Geräts eingegeben wurde.</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>&amp;Wo</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>controller, site</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Parts of the settings</source>
        <translation>Bereiche der Einstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Controllers</source>
        <translation>Controller</translation>
    </message>
    <message>
        <source>Changes to controllers count at once.</source>
        <translation>Änderungen an Controllern gelten sofort.</translation>
    </message>
    <message>
        <source>Waiting room</source>
        <translation>Warteraum</translation>
    </message>
    <message>
        <source>Guest devices</source>
        <translation>Geräte je Gast</translation>
    </message>
</context>
<context>
    <name>SettingsGeneral</name>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>C&amp;ompact rows in tables</source>
        <translation>K&amp;ompakte Tabellenzeilen</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Every action is noted in the history under this name. Empty: the account of this computer.</source>
        <translation>Jede Aktion wird unter diesem Namen im Verlauf festgehalten. Leer: das Konto dieses Computers.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>Sp&amp;rache</translation>
    </message>
    <message>
        <source>A change counts from the next start.</source>
        <translation>Eine Änderung gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language and looks count for this session only: they cannot be written to the profile folder.</source>
        <translation>Sprache und Darstellung gelten nur für diese Sitzung: Sie lassen sich nicht in den Profilordner schreiben.</translation>
    </message>
    <message>
        <source>O&amp;perator</source>
        <translation>O&amp;perator</translation>
    </message>
    <message>
        <source>Forget guests after</source>
        <translation>Gäste vergessen nach</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source> days</source>
        <comment>after a number</comment>
        <translation> Tagen</translation>
    </message>
    <message>
        <source>&amp;Forget guests after</source>
        <translation>&amp;Gäste vergessen nach</translation>
    </message>
    <message>
        <source>In older records of the history names, rooms, login IDs and addresses are destroyed. What was done, when and by whom stays.</source>
        <translation>In älteren Einträgen des Verlaufs werden Namen, Zimmer, Anmeldekennungen und Adressen vernichtet. Was getan wurde, wann und von wem, bleibt.</translation>
    </message>
</context>
<context>
    <name>SettingsPresets</name>
    <message>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Add preset</source>
        <translation>Vorlage hinzufügen</translation>
    </message>
    <message>
        <source>Remove preset</source>
        <translation>Vorlage entfernen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Default preset</source>
        <translation>Standardvorlage</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Default preset of the site</source>
        <translation>Standardvorlage des Standorts</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>controller, site</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>&amp;At this site</source>
        <translation>An diesem Standor&amp;t</translation>
    </message>
    <message>
        <source>A plain &amp;click uses</source>
        <translation>Ein &amp;Klick verwendet</translation>
    </message>
    <message>
        <source>the same as everywhere</source>
        <translation>dieselbe wie überall</translation>
    </message>
    <message>
        <source>Give the preset a name.</source>
        <translation>Geben Sie der Vorlage einen Namen.</translation>
    </message>
    <message>
        <source>Another preset has this name.</source>
        <translation>Eine andere Vorlage hat bereits diesen Namen.</translation>
    </message>
    <message>
        <source>New preset</source>
        <translation>Neue Vorlage</translation>
    </message>
    <message>
        <source>a cl&amp;ick uses</source>
        <translation>verwendet e&amp;in Klick</translation>
    </message>
</context>
<context>
    <name>SettingsWaitingRoom</name>
    <message>
        <source>&amp;Receive waiting devices here</source>
        <translation>&amp;Wartende Geräte hier empfangen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>The address of this computer at which devices of the guest network reach it.</source>
        <translation>Die Adresse dieses Computers, unter der ihn Geräte des Gastnetzwerks erreichen.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>For networks whose controller sends new devices to an external portal. Their browsers land on a page with a code, and the devices appear in the table with that code. The oldest controllers tell of waiting devices in no other way.</source>
        <translation>Für Netzwerke, deren Controller neue Geräte zu einem externen Portal leitet. Der Browser des Geräts landet auf einer Seite mit einem Code, und das Gerät erscheint mit diesem Code in der Tabelle. Die ältesten Controller geben wartende Geräte auf keine andere Weise an.</translation>
    </message>
    <message>
        <source>Controller</source>
        <translation>Controller</translation>
    </message>
    <message>
        <source>Portal address</source>
        <translation>Portaladresse</translation>
    </message>
    <message>
        <source>Portal address to enter on</source>
        <translation>Einzutragende Portaladresse für</translation>
    </message>
    <message>
        <source>%1 (not there now)</source>
        <translation>%1 (derzeit nicht vorhanden)</translation>
    </message>
    <message>
        <source>On UniFi, enter it as the External Portal Server.</source>
        <translation>Tragen Sie diese Adresse in UniFi als „External Portal Server“ ein.</translation>
    </message>
    <message>
        <source>On UniFi, enter it as the External Portal Server. Where UniFi takes no port, choose port 80 here, or let port 80 of this address lead to this one.</source>
        <translation>Tragen Sie diese Adresse in UniFi als „External Portal Server“ ein. Nimmt UniFi dort keinen Port an, wählen Sie hier Port 80, oder leiten Sie Port 80 dieser Adresse auf diesen Port um.</translation>
    </message>
    <message>
        <source>Listening at %1, port %2.</source>
        <translation>Wartende Geräte werden an %1, Port %2 empfangen.</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) wait of which it is not clear on which controller. Enter the portal address above on each controller.</source>
        <translation>
            <numerusform>Bei %n wartendem Gerät ist unklar, zu welchem Controller es gehört. Tragen Sie die Portaladresse oben an jedem Controller ein.</numerusform>
            <numerusform>Bei %n wartenden Geräten ist unklar, zu welchem Controller sie gehören. Tragen Sie die Portaladresse oben an jedem Controller ein.</numerusform>
        </translation>
    </message>
    <message>
        <source>On the controller, enter it as the External Portal Server of the guest network.</source>
        <translation>Tragen Sie diese Adresse am Controller als „External Portal Server“ des Gastnetzwerks ein.</translation>
    </message>
</context>
<context>
    <name>SettleCommand</name>
    <message>
        <source>Record %1: %2</source>
        <translation>Eintrag %1: %2</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Nichts ist offen.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Sidebar</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Add co&amp;ntroller…</source>
        <translation>Co&amp;ntroller hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>Verla&amp;uf</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Controllers and sites</source>
        <translation>Controller und Standorte</translation>
    </message>
</context>
<context>
    <name>SiteTreeModel</name>
    <message>
        <source>All sites</source>
        <translation>Alle Standorte</translation>
    </message>
    <message numerus="yes">
        <source>All sites, %n waiting</source>
        <translation>
            <numerusform>Alle Standorte, %n wartend</numerusform>
            <numerusform>Alle Standorte, %n wartend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n waiting</source>
        <extracomment>%1 a controller&apos;s name, %2 its state such as &quot;Connected&quot;</extracomment>
        <translation>
            <numerusform>%1, %2, %n wartend</numerusform>
            <numerusform>%1, %2, %n wartend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <extracomment>%1 a site&apos;s name</extracomment>
        <translation>
            <numerusform>%1, %n wartend</numerusform>
            <numerusform>%1, %n wartend</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SitesCommand</name>
    <message>
        <source>SITE</source>
        <translation>STANDORT</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
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
    <name>TestControllerCommand</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>would need: %1</source>
        <translation>nötig: %1</translation>
    </message>
    <message>
        <source>by: %1</source>
        <translation>über: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, %n site(s). Nothing was changed.</source>
        <translation>
            <numerusform>%1: %2, %n Standort. Es wurde nichts geändert.</numerusform>
            <numerusform>%1: %2, %n Standorte. Es wurde nichts geändert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TroubleWindow</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>TwinOffer</name>
    <message>
        <source>&amp;Move authorization here</source>
        <translation>Freischaltung hierher &amp;übertragen</translation>
    </message>
    <message>
        <source>This seems to be the same phone as %1 (%2), with a new address. Left of its authorization: %3.</source>
        <extracomment>%1 the name of a phone, %2 an address, %3 limits such as &quot;1 h, 500 MB&quot;</extracomment>
        <translation>Dies scheint dasselbe Telefon wie %1 (%2) zu sein, mit neuer Adresse. Von seiner Freischaltung ist übrig: %3.</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>This cannot be undone: on this controller the device must come back to the portal by itself before it can be let in again.</source>
        <translation>Das lässt sich nicht zurücknehmen: Auf diesem Controller muss das Gerät selbst zum Portal zurückkommen, bevor es wieder eingelassen werden kann.</translation>
    </message>
    <message>
        <source>This cannot be undone: this controller cannot be told to cancel an authorization, which ends at its time.</source>
        <translation>Das lässt sich nicht zurücknehmen: Diesem Controller kann nicht gesagt werden, eine Freischaltung aufzuheben; sie endet zu ihrer Zeit.</translation>
    </message>
    <message>
        <source>This cannot be undone: %1</source>
        <extracomment>%1 a sentence such as &quot;This device is authorized already.&quot;</extracomment>
        <translation>Das lässt sich nicht zurücknehmen: %1</translation>
    </message>
    <message>
        <source>There is nothing to undo: the controller has not shown that this was done.</source>
        <translation>Es gibt nichts zurückzunehmen: Der Controller hat nicht gezeigt, dass dies getan wurde.</translation>
    </message>
    <message>
        <source>This was undone already.</source>
        <translation>Das wurde schon zurückgenommen.</translation>
    </message>
    <message>
        <source>This undid an earlier action. Ask for that one again instead.</source>
        <translation>Dies nahm eine frühere Aktion zurück. Verlangen Sie stattdessen jene noch einmal.</translation>
    </message>
    <message>
        <source>This record was erased: nobody knows any more which device it was about.</source>
        <translation>Dieser Eintrag wurde gelöscht: Niemand weiß mehr, welches Gerät er betraf.</translation>
    </message>
    <message>
        <source>Something else was done with this device since. Undo that first, or look at the device as it is now.</source>
        <translation>Mit diesem Gerät wurde seitdem etwas anderes getan. Nehmen Sie erst das zurück, oder sehen Sie das Gerät an, wie es jetzt ist.</translation>
    </message>
    <message>
        <source>This cannot be undone: the controller does not tell how much time is left. Authorize the device anew instead.</source>
        <translation>Das lässt sich nicht zurücknehmen: Der Controller sagt nicht, wie viel Zeit übrig ist. Schalten Sie das Gerät stattdessen neu frei.</translation>
    </message>
    <message>
        <source>The time that was left then is over by now.</source>
        <translation>Die Zeit, die damals übrig war, ist inzwischen um.</translation>
    </message>
    <message>
        <source>This cannot be undone: this controller cannot take back time that was added. Cancel the authorization instead.</source>
        <translation>Das lässt sich nicht zurücknehmen: Dieser Controller kann hinzugefügte Zeit nicht wieder abziehen. Heben Sie stattdessen die Freischaltung auf.</translation>
    </message>
    <message>
        <source>This cannot be undone with the same limits. %1</source>
        <extracomment>%1 one or more sentences that each name a limit</extracomment>
        <translation>Das lässt sich mit denselben Grenzen nicht zurücknehmen. %1</translation>
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
    <name>UndoCommand</name>
    <message>
        <source>“%1” is not a record.</source>
        <translation>„%1“ ist kein Eintrag.</translation>
    </message>
    <message>
        <source>there is no record %1 in the history</source>
        <translation>es gibt keinen Eintrag %1 im Verlauf</translation>
    </message>
</context>
<context>
    <name>WaitingPages</name>
    <message>
        <source>Please see the front desk</source>
        <translation>Bitte wenden Sie sich an die Rezeption</translation>
    </message>
    <message>
        <source>You are online</source>
        <translation>Sie sind online</translation>
    </message>
    <message>
        <source>Nothing to see here</source>
        <translation>Hier gibt es nichts zu sehen</translation>
    </message>
    <message>
        <source>Tell them this code:</source>
        <translation>Nennen Sie dort diesen Code:</translation>
    </message>
    <message>
        <source>Network: %1</source>
        <translation>Netzwerk: %1</translation>
    </message>
    <message>
        <source>Leave this page open. It moves on by itself as soon as your device is let in.</source>
        <translation>Lassen Sie diese Seite geöffnet. Sie geht von selbst weiter, sobald Ihr Gerät freigeschaltet ist.</translation>
    </message>
    <message>
        <source>Your device has been let in. It can take some seconds until the network lets it through.</source>
        <translation>Ihr Gerät wurde freigeschaltet. Es kann einige Sekunden dauern, bis das Netzwerk es durchlässt.</translation>
    </message>
    <message>
        <source>Your device has been let in. You can close this page.</source>
        <translation>Ihr Gerät wurde freigeschaltet. Sie können diese Seite schließen.</translation>
    </message>
    <message>
        <source>This page is for devices that wait to be let into a guest Wi-Fi. Join the network first; your device then opens it by itself.</source>
        <translation>Diese Seite ist für Geräte, die auf die Freischaltung in einem Gäste-WLAN warten. Verbinden Sie sich zuerst mit dem Netzwerk; Ihr Gerät öffnet die Seite dann von selbst.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Authorized</source>
        <translation>Freigeschaltet</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Not a guest</source>
        <translation>Kein Gast</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Abweichend</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Nicht bestätigt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Authorize</source>
        <translation>Freischalten</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Verlängern</translation>
    </message>
    <message>
        <source>Cancel authorization</source>
        <translation>Freischaltung aufheben</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Blockieren</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Blockierung aufheben</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>by an API client</source>
        <translation>über die API</translation>
    </message>
    <message>
        <source>by voucher</source>
        <translation>per Voucher</translation>
    </message>
    <message>
        <source>by an operator</source>
        <translation>durch einen Operator</translation>
    </message>
    <message>
        <source>by the portal</source>
        <translation>über das Portal</translation>
    </message>
    <message>
        <source>in another way</source>
        <translation>auf anderem Weg</translation>
    </message>
    <message>
        <source>List sites</source>
        <translation>Standorte auflisten</translation>
    </message>
    <message>
        <source>List clients</source>
        <translation>Clients auflisten</translation>
    </message>
    <message>
        <source>Read a guest&apos;s authorization</source>
        <translation>Freischaltung eines Gasts lesen</translation>
    </message>
    <message>
        <source>Authorize a listed client</source>
        <translation>Aufgelisteten Client freischalten</translation>
    </message>
    <message>
        <source>Authorize a captured redirect</source>
        <translation>Erfasste Portal-Weiterleitung freischalten</translation>
    </message>
    <message>
        <source>Authorize an unlisted MAC address</source>
        <translation>Nicht aufgelistete MAC-Adresse freischalten</translation>
    </message>
    <message>
        <source>Set the duration</source>
        <translation>Dauer einstellen</translation>
    </message>
    <message>
        <source>Set a data limit</source>
        <translation>Datenlimit einstellen</translation>
    </message>
    <message>
        <source>Set a download limit</source>
        <translation>Download-Limit einstellen</translation>
    </message>
    <message>
        <source>Set an upload limit</source>
        <translation>Upload-Limit einstellen</translation>
    </message>
    <message>
        <source>Extend an authorization</source>
        <translation>Freischaltung verlängern</translation>
    </message>
    <message>
        <source>Cancel while connected</source>
        <translation>Aufheben, solange das Gerät verbunden ist</translation>
    </message>
    <message>
        <source>Cancel after the device has left</source>
        <translation>Aufheben, nachdem das Gerät gegangen ist</translation>
    </message>
    <message>
        <source>Block and unblock</source>
        <translation>Blockieren und Blockierung aufheben</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>Voucher</translation>
    </message>
    <message>
        <source>Push events</source>
        <translation>Push-Ereignisse</translation>
    </message>
    <message>
        <source>Network name (SSID)</source>
        <translation>Netzwerkname (SSID)</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Access point</source>
        <translation>Access Point</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>Hostname</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Local account</source>
        <translation>Lokales Konto</translation>
    </message>
    <message>
        <source>Open API application</source>
        <translation>Open-API-Anwendung</translation>
    </message>
    <message>
        <source>Hotspot operator</source>
        <translation>Hotspot-Operator</translation>
    </message>
    <message>
        <source>Controller account</source>
        <translation>Controller-Konto</translation>
    </message>
    <message>
        <source>Omada 5 hotspot</source>
        <translation>Omada 5 Hotspot</translation>
    </message>
    <message>
        <source>Omada Open API</source>
        <translation>Omada Open API</translation>
    </message>
    <message>
        <source>UniFi integration API</source>
        <translation>UniFi Integration API</translation>
    </message>
    <message>
        <source>UniFi classic API</source>
        <translation>UniFi Classic API</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Data limit</source>
        <translation>Datenlimit</translation>
    </message>
    <message>
        <source>Download limit</source>
        <translation>Download-Limit</translation>
    </message>
    <message>
        <source>Upload limit</source>
        <translation>Upload-Limit</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Refreshing</source>
        <translation>Aktualisiert</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Nicht verbunden.</translation>
    </message>
    <message>
        <source>Waiting for the first answer.</source>
        <translation>Wartet auf die erste Antwort.</translation>
    </message>
    <message>
        <source>Connected; last answer at %1.</source>
        <translation>Verbunden; letzte Antwort um %1.</translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation>Verbunden.</translation>
    </message>
    <message>
        <source>Needs attention.</source>
        <translation>Braucht Aufmerksamkeit.</translation>
    </message>
    <message>
        <source>Offline since %1.</source>
        <translation>Offline seit %1.</translation>
    </message>
    <message>
        <source>Offline.</source>
        <translation>Offline.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 The next attempt is at %2.</source>
        <translation>%1 Nächster Versuch um %2.</translation>
    </message>
    <message>
        <source>TP-Link EAP Controller portal</source>
        <translation>TP-Link EAP Controller Portal</translation>
    </message>
    <message>
        <source>Omada 3 portal</source>
        <translation>Omada 3 Portal</translation>
    </message>
    <message>
        <source>Omada 4 hotspot</source>
        <translation>Omada 4 Hotspot</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>product and version</comment>
        <translation>%1 %2</translation>
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
