#include "ui/pages/authorizechoices.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Kind = AuthorizeChoice::Kind;

namespace {

const QDateTime noon(QDate(2026, 11, 23), QTime(12, 0), Qt::LocalTime);

Preset preset(const QString &name, std::optional<int> minutes, std::optional<int> downKbps = {})
{
    Preset made;
    made.name = name;
    made.minutes = minutes;
    made.downKbps = downKbps;
    return made;
}

LimitAbility everything()
{
    LimitAbility ability;
    ability.rules.minutes = LimitRange{1, 1'000'000};
    ability.rules.dataMb = LimitRange{1, 1'048'576};
    ability.rules.downKbps = LimitRange{2, 100'000};
    ability.rules.upKbps = LimitRange{2, 100'000};
    ability.capabilities = capabilitiesOf(
        {Capability::AuthorizeListedClient, Capability::LimitDuration, Capability::LimitData,
            Capability::LimitDownload, Capability::LimitUpload},
        {});
    return ability;
}

LimitAbility nothing()
{
    LimitAbility ability;
    ability.capabilities = capabilitiesOf({Capability::AuthorizeListedClient}, {});
    return ability;
}

QStringList names(const QList<AuthorizeChoice> &choices)
{
    QStringList found;
    for (const AuthorizeChoice &choice : choices)
        found += choice.kind == Kind::Preset ? choice.name : u"(own)"_s;
    return found;
}

} // namespace

class TestAuthorizeChoices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDefaultPresetComesFirst()
    {
        const QList presets{preset(u"1 h"_s, 60), preset(u"24 h"_s, 1440), preset(u"3 d"_s, 4320)};
        const auto choices = authorizeChoices(presets, u"24 h"_s, {everything()}, noon);
        QCOMPARE(names(choices), (QStringList{u"24 h"_s, u"1 h"_s, u"3 d"_s}));
        QCOMPARE(choices.first().limits.minutes, 1440);
    }

    void aControllerWithoutLimitsOffersItsOwnDuration()
    {
        const QList presets{preset(u"24 h"_s, 1440)};
        const auto choices = authorizeChoices(presets, u"24 h"_s, {nothing()}, noon);
        QCOMPARE(names(choices), (QStringList{u"(own)"_s, u"24 h"_s}));
        QVERIFY(choices.first().limits.isEmpty());
        QVERIFY(!choices.last().isPossible());
    }

    void aPresetMustSuitEveryController()
    {
        const QList presets{preset(u"24 h"_s, 1440)};
        const auto choices = authorizeChoices(presets, u"24 h"_s, {everything(), nothing()}, noon);
        QCOMPARE(names(choices), (QStringList{u"(own)"_s, u"24 h"_s}));
    }

    void onlyThePresetThatCannotBeSetIsOutOfReach()
    {
        LimitAbility noRates = everything();
        noRates.rules.downKbps.reset();
        const QList presets{preset(u"fast"_s, 60, 5000), preset(u"1 h"_s, 60)};
        const auto choices = authorizeChoices(presets, u"1 h"_s, {noRates}, noon);
        QCOMPARE(names(choices), (QStringList{u"1 h"_s, u"fast"_s}));
        QVERIFY(choices[0].isPossible());
        QVERIFY(!choices[1].isPossible());
        QCOMPARE(choices[1].objections.first().limit, Limit::Download);
    }

    void untilAClockTimeMeansFewerMinutesLater()
    {
        Preset checkOut;
        checkOut.name = u"Until check-out"_s;
        checkOut.untilMinuteOfDay = 13 * 60;
        const auto minutesAt = [&](const QDateTime &now) {
            return authorizeChoices({checkOut}, checkOut.name, {everything()}, now)
                .first()
                .limits.minutes;
        };
        QCOMPARE(minutesAt(noon), 60);
        QCOMPARE(minutesAt(noon.addSecs(30 * 60)), 30);
    }
};

QTEST_GUILESS_MAIN(TestAuthorizeChoices)
#include "tst_authorizechoices.moc"
