#include "dialogs/dialoghouse.h"
#include "phrases/phrases.h"
#include "ui/pages/clientfacts.h"

#include <QLabel>

using namespace Qt::StringLiterals;

class TestClientFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMissingCredentialIsNamedWithWhatItUnlocks()
    {
        DialogHouse house;
        QVERIFY(house.connectTo(house.simulate(u"unifi-integration"_s), u"Harbour"_s));
        const std::optional<ClientRow> row
            = house.gatehouse->directory().find(house.keys(ClientState::Waiting).first());
        ClientFacts facts(*house.gatehouse);
        facts.showClient(*row);
        const auto labels = facts.findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisibleTo(&facts)
                && label->text() == phrases::whatItUnlocks(CredentialKind::LocalAccount);
        }));
    }
};

QTEST_MAIN(TestClientFacts)
#include "tst_clientfacts.moc"
