#include "ui/models/historymodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// A history in memory that pages as the real one does.
class ListedAudit final : public AuditLog
{
public:
    [[nodiscard]] Result<qint64> begin(const AuditIntent &intent) override
    {
        AuditRecord record;
        record.id = qint64(records.size()) + 1;
        record.intent = intent;
        records.append(record);
        return record.id;
    }
    [[nodiscard]] Result<Done> finish(qint64 record, const AuditOutcome &outcome) override
    {
        records[record - 1].outcome = outcome;
        return Done();
    }
    [[nodiscard]] Result<QList<AuditRecord>> list(const HistoryFilter &filter) const override
    {
        if (fails)
            return fail(Failure::Kind::StorageFailed, u"unreadable"_s);
        QList<AuditRecord> page;
        for (auto record = records.crbegin(); record != records.crend(); ++record) {
            const bool older = filter.beforeRecord == 0 || record->id < filter.beforeRecord;
            const bool matches = !filter.outcome
                || (record->outcome && record->outcome->outcome == *filter.outcome);
            if (older && matches && page.size() < filter.limit)
                page.append(*record);
        }
        return page;
    }
    [[nodiscard]] Result<Done> markSeen(qint64, const QString &) override { return Done(); }
    [[nodiscard]] Result<qint64> erase(const HistoryFilter &, const Erasure &) override
    {
        return 0;
    }
    [[nodiscard]] Result<ChainVerdict> verify() const override { return ChainVerdict(); }
    [[nodiscard]] Result<QList<KnownGuest>> knownGuests() const override
    {
        return QList<KnownGuest>();
    }

    QList<AuditRecord> records;
    bool fails = false;
};

AuditOutcome confirmed()
{
    AuditOutcome outcome;
    outcome.outcome = Outcome::Confirmed;
    outcome.message = u"The controller confirmed it."_s;
    return outcome;
}

} // namespace

class TestHistoryModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_audit = std::make_unique<ListedAudit>();
        m_model = std::make_unique<HistoryModel>(*m_audit);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_tester->setUseFetchMore(false); // the tests fetch themselves
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void itLoadsPageByPageNewestFirst()
    {
        record(25);
        show(10);
        QCOMPARE(ids().first(), 25);
        while (m_model->canFetchMore({}))
            m_model->fetchMore({});
        QCOMPARE(m_model->rowCount(), 25);
        QCOMPARE(ids().last(), 1);
    }

    void newRecordsComeOnTopWithoutAReset()
    {
        record(5);
        show(10);
        QSignalSpy resets(m_model.get(), &HistoryModel::modelReset);
        const QPersistentModelIndex selected = m_model->indexOf(3);
        record(2);
        m_model->refresh();
        QCOMPARE(ids(), (QList<qint64>{7, 6, 5, 4, 3, 2, 1}));
        QCOMPARE(selected.data(HistoryModel::RecordIdRole).toLongLong(), 3);
        QCOMPARE(resets.size(), 0);
    }

    void anErasureComesInAndShowsNoDevice()
    {
        record(2);
        show(10);
        AuditRecord &erased = m_audit->records[0];
        erased.intent.client.mac = MacAddress();
        erased.erased = Erasure{erased.intent.time, u"officer"_s};
        m_model->refresh();
        QCOMPARE(m_model->indexOf(1).siblingAtColumn(HistoryModel::DeviceColumn).data().toString(),
            u"Erased"_s);
    }

    void moreThanAPageOfNewRecordsLeavesNoGap()
    {
        record(5);
        show(3);
        record(10);
        m_model->refresh();
        while (m_model->canFetchMore({}))
            m_model->fetchMore({});
        QList<qint64> all;
        for (qint64 id = 15; id >= 1; --id)
            all += id;
        QCOMPARE(ids(), all);
    }

    void aFirstRefreshLoadsTheNewestPage()
    {
        record(3);
        m_model->refresh();
        QCOMPARE(m_model->rowCount(), 3);
        QVERIFY(!m_model->canFetchMore({}));
    }

    void anOutcomeComesInWhereverItsRecordIs()
    {
        record(20);
        show(5);
        m_model->fetchMore({});
        m_model->fetchMore({});
        const QModelIndex open = m_model->indexOf(8).siblingAtColumn(HistoryModel::OutcomeColumn);
        QCOMPARE(open.data().toString(), u"Open"_s);
        QVERIFY(!open.data(HistoryModel::OutcomeRole).isValid());
        QVERIFY(m_audit->finish(8, confirmed()));
        QVERIFY(m_audit->finish(20, confirmed()));
        QSignalSpy changes(m_model.get(), &HistoryModel::dataChanged);
        m_model->refresh();
        QCOMPARE(changes.size(), 2);
        QCOMPARE(open.data().toString(), u"Confirmed"_s);
        QCOMPARE(open.data(Qt::ToolTipRole).toString(), u"The controller confirmed it."_s);
    }

    void aRecordThatComesToMatchAppearsAtItsPlace()
    {
        record(6);
        for (const qint64 id : {2, 6})
            QVERIFY(m_audit->finish(id, confirmed()));
        HistoryFilter filter;
        filter.outcome = Outcome::Confirmed;
        m_model->setFilter(filter);
        QCOMPARE(ids(), (QList<qint64>{6, 2}));
        QVERIFY(m_audit->finish(4, confirmed()));
        m_model->refresh();
        QCOMPARE(ids(), (QList<qint64>{6, 4, 2}));
    }

    void anUnreadableHistoryKeepsWhatIsShown()
    {
        record(3);
        show(10);
        QSignalSpy failures(m_model.get(), &HistoryModel::failureChanged);
        m_audit->fails = true;
        m_model->refresh();
        QCOMPARE(m_model->rowCount(), 3);
        QCOMPARE(m_model->failure()->kind, Failure::Kind::StorageFailed);
        m_audit->fails = false;
        m_model->refresh();
        QVERIFY(!m_model->failure());
        QCOMPARE(failures.size(), 2);
    }

    void aRowTellsWhatWasAskedByWhomAndWhy()
    {
        AuditIntent intent;
        intent.guest = {u"Lee"_s, u"214"_s, {}};
        intent.client.mac = MacAddress(0xa1);
        intent.siteName = u"Lobby"_s;
        intent.controllerName = u"Harbour Hotel"_s;
        intent.operatorName = u"kim"_s;
        intent.reason = u"checked in"_s;
        intent.asked.minutes = 120;
        QVERIFY(m_audit->begin(intent));
        show(10);
        QCOMPARE(text(HistoryModel::GuestColumn), u"Lee, 214"_s);
        QCOMPARE(text(HistoryModel::DeviceColumn), u"00:00:00:00:00:a1"_s);
        QCOMPARE(text(HistoryModel::SiteColumn), u"Lobby"_s);
        QCOMPARE(text(HistoryModel::ControllerColumn), u"Harbour Hotel"_s);
        QCOMPARE(text(HistoryModel::OperatorColumn), u"kim"_s);
        QCOMPARE(text(HistoryModel::ReasonColumn), u"checked in"_s);
        QVERIFY(text(HistoryModel::AskedColumn).contains(u"2 h"_s));
        QCOMPARE(m_model->index(0, 0).data(HistoryModel::RecordRole).value<AuditRecord>().intent,
            intent);
    }

private:
    void record(int count)
    {
        for (int i = 0; i < count; ++i)
            QVERIFY(m_audit->begin({}));
    }
    void show(int pageSize)
    {
        HistoryFilter filter;
        filter.limit = pageSize;
        m_model->setFilter(filter);
    }
    QString text(int column) const { return m_model->index(0, column).data().toString(); }
    QList<qint64> ids() const
    {
        QList<qint64> result;
        for (int row = 0; row < m_model->rowCount(); ++row)
            result += m_model->recordAt(row).id;
        return result;
    }

    std::unique_ptr<ListedAudit> m_audit;
    std::unique_ptr<HistoryModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestHistoryModel)
#include "tst_historymodel.moc"
