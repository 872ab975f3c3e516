#include "dialogs/dialoghouse.h"
#include "ui/dialogs/choicechips.h"
#include "ui/dialogs/redirectdialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestRedirectDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<DialogHouse> m_house;
    QPointer<RedirectDialog> m_dialog;

    [[nodiscard]] static QString addressOf(const QString &mac)
    {
        return u"http://portal.example/guest/s/default/?ap=0a:00:5e:00:00:01&id=%1&t=1764300000"
               "&url=http%3A%2F%2Fexample.com%2F&ssid=Guests"_s.arg(mac);
    }
    void type(const QString &text)
    {
        named<QPlainTextEdit>(m_dialog, u"Address"_s)->setPlainText(text);
    }
    [[nodiscard]] QAbstractButton *next() const { return button(m_dialog, u"Continue"_s); }

private Q_SLOTS:
    void initTestCase()
    {
        m_house = std::make_unique<DialogHouse>();
        QVERIFY(m_house->connectTo(m_house->simulate(u"unifi-integration"_s), u"Harbour"_s));
        QTRY_VERIFY(m_house->gatehouse->links().first()->sites().size() > 1);
    }
    void init()
    {
        QGuiApplication::clipboard()->clear();
        m_dialog = new RedirectDialog(*m_house->gatehouse);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    void cleanup() { delete m_dialog; }

    void theAddressOfAWaitingDeviceLeadsToItsRow()
    {
        const ClientKey waiting = m_house->keys(ClientState::Waiting).first();
        QSignalSpy placed(m_dialog, &RedirectDialog::placed);
        m_dialog->open();
        QVERIFY(!next()->isEnabled());
        type(addressOf(waiting.mac.toString()).insert(40, u'\n')); // as a mail breaks it
        QVERIFY2(m_dialog->problem().isEmpty(), qPrintable(m_dialog->problem()));
        QVERIFY(next()->isEnabled());
        next()->click();
        QCOMPARE(placed.size(), 1);
        QCOMPARE(placed.first().first().value<ClientKey>(), waiting);
        const std::optional<ClientRow> row = m_house->gatehouse->directory().find(waiting);
        QVERIFY(row->capture);
        QCOMPARE(row->capture->redirect.client, waiting.mac);
    }

    void whereSeveralSitesComeIntoQuestionAPersonSaysWhich()
    {
        QSignalSpy placed(m_dialog, &RedirectDialog::placed);
        m_dialog->open();
        type(addressOf(u"02:00:5e:77:77:77"_s)); // nobody lists it yet
        auto *chips = m_dialog->findChild<ChoiceChips *>();
        QVERIFY(chips->isVisible());
        QCOMPARE(chips->count(), int(m_house->gatehouse->links().first()->sites().size()));
        QVERIFY(!next()->isEnabled());
        Q_EMIT chips->chosen(1);
        chips->setCurrent(1);
        next()->click();
        QCOMPARE(placed.size(), 1);
        const auto key = placed.first().first().value<ClientKey>();
        QCOMPARE(key.siteId, m_house->gatehouse->links().first()->sites().at(1).id);
        QCOMPARE(m_house->gatehouse->directory().find(key)->client.state, ClientState::Waiting);
        QVERIFY(!m_house->gatehouse->whyNot(ClientAction::Authorize, key).isEmpty());
    }

    void anythingElseIsAnsweredWithASentenceAndStays()
    {
        m_dialog->open();
        type(u"see you at the front desk"_s);
        QVERIFY(!m_dialog->problem().isEmpty());
        QVERIFY(!next()->isEnabled());
        QCOMPARE(named<QPlainTextEdit>(m_dialog, u"Address"_s)->toPlainText(),
            u"see you at the front desk"_s);
    }

    void anAddressOfNobodysControllerSaysSo()
    {
        m_dialog->open();
        type(u"http://portal.example/?clientMac=02-00-5E-10-00-A1&apMac=0A-00-5E-00-00-01"
             "&ssidName=Guests&t=1764300000&radioId=0&site=Elsewhere"_s);
        QVERIFY(!m_dialog->problem().isEmpty());
        QVERIFY(!next()->isEnabled());
    }

    void theClipboardAloneIsEnoughWhereItIsClear()
    {
        const ClientKey waiting = m_house->keys(ClientState::Waiting).last();
        QSignalSpy placed(m_dialog, &RedirectDialog::placed);
        QGuiApplication::clipboard()->setText(addressOf(waiting.mac.toString()));
        QVERIFY(m_dialog->takeClipboard());
        QCOMPARE(placed.size(), 1);
        QCOMPARE(placed.first().first().value<ClientKey>(), waiting);
    }

    void whatElseTheClipboardHoldsIsNotShown()
    {
        QGuiApplication::clipboard()->setText(u"correct horse battery staple"_s);
        QVERIFY(!m_dialog->takeClipboard());
        QVERIFY(named<QPlainTextEdit>(m_dialog, u"Address"_s)->toPlainText().isEmpty());
        m_dialog->open();
        QVERIFY(!m_dialog->problem().isEmpty());
        QVERIFY(!m_dialog->problem().contains(u"horse"_s));
    }
};

QTEST_MAIN(TestRedirectDialog)
#include "tst_redirectdialog.moc"
