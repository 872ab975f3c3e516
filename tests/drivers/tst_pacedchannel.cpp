#include "drivers/jobanswer.h"
#include "drivers/pacedchannel.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Notes when it was asked for what, and answers at once.
class NotingChannel final : public HttpChannel
{
public:
    [[nodiscard]] Job<HttpReply> *send(const HttpRequest &request) override
    {
        paths += request.path;
        times += m_timer.elapsed();
        return Job<HttpReply>::settled(HttpReply{200, {}, request.path.toUtf8()}, this);
    }
    [[nodiscard]] QUrl baseUrl() const override { return {}; }
    [[nodiscard]] std::chrono::milliseconds clockOffset() const override { return 0ms; }
    void forgetCookies() override { }

    void start() { m_timer.start(); }

    QStringList paths;
    QList<qint64> times; ///< ms

private:
    QElapsedTimer m_timer;
};

HttpRequest asking(const QString &path)
{
    HttpRequest request;
    request.path = path;
    return request;
}

HttpRequest changing(const QString &path)
{
    HttpRequest request = asking(path);
    request.isAction = true;
    return request;
}

} // namespace

class TestPacedChannel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_noting = new NotingChannel;
        m_channel = std::make_unique<PacedChannel>(m_noting, RequestBudget{3, each});
        m_noting->start();
    }

    void someGoAtOnceTheOthersInTheirTurn()
    {
        QList<Job<HttpReply> *> jobs;
        for (int i = 0; i < 8; ++i)
            jobs += m_channel->send(asking(QString::number(i)));
        QCOMPARE(m_noting->paths, (QStringList{u"0"_s, u"1"_s, u"2"_s}));
        QCOMPARE(answerOf(jobs.last())->body, QByteArray("7"));
        QCOMPARE(m_noting->paths.join(QString()), u"01234567"_s);
        // The nth was not asked before its turn, however late the machine was with those before.
        for (int i = 3; i < 8; ++i)
            QVERIFY(m_noting->times[i] >= (i - 2) * each.count() - 1);
    }

    void whatChangesTheControllerDoesNotWaitButCounts()
    {
        for (int i = 0; i < 6; ++i)
            std::ignore = m_channel->send(changing(u"act"_s));
        QCOMPARE(m_noting->paths.size(), 6);
        auto *job = m_channel->send(asking(u"look"_s));
        QCOMPARE(m_noting->paths.size(), 6);
        QVERIFY(answerOf(job));
        QVERIFY(m_noting->times.last() >= 4 * each.count() - 1);
    }

    void whatNobodyWaitsForAnyMoreIsNotSent()
    {
        for (int i = 0; i < 3; ++i)
            std::ignore = m_channel->send(asking(u"first"_s));
        auto *given = m_channel->send(asking(u"given up"_s));
        auto *wanted = m_channel->send(asking(u"wanted"_s));
        given->cancel();
        QVERIFY(answerOf(wanted));
        QVERIFY(!m_noting->paths.contains(u"given up"_s));
    }

private:
    static constexpr auto each = 50ms;

    NotingChannel *m_noting = nullptr; ///< of the channel
    std::unique_ptr<PacedChannel> m_channel;
};

QTEST_GUILESS_MAIN(TestPacedChannel)
#include "tst_pacedchannel.moc"
