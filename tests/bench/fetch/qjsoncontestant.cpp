// qjsoncontestant URL [PAGES]: the obvious way to fetch with Qt. QNetworkAccessManager, up to six
// pages on their way, QJsonDocument, a plain struct a row. Without pages: one list.
#include "bench/fetch/contestant.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    QString mac;
    QString name;
    QString ip;
    QString accessPoint;
    QDateTime connectedAt;
    bool authorized = false;
};

class QJsonFetcher final : public QObject
{
public:
    QJsonFetcher(QString url, int pages)
        : m_url(std::move(url))
        , m_pages(pages)
    {
        m_network.setTransferTimeout(0);
    }

    void fetch(std::function<void(qsizetype)> done)
    {
        m_done = std::move(done);
        m_rows.clear();
        m_next = 0;
        m_left = std::max(1, m_pages);
        for (int i = 0; i < std::min(6, m_left); ++i)
            request();
    }

private:
    void request()
    {
        constexpr int pageSize = 200;
        const QString page = u"?offset=%1&limit=%2"_s.arg(m_next++ * pageSize).arg(pageSize);
        QNetworkRequest request{QUrl(m_pages > 0 ? m_url + page : m_url)};
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        QNetworkReply *reply = m_network.get(request);
        reply->ignoreSslErrors();
        connect(reply, &QNetworkReply::finished, this, [this, reply] { read(reply); });
    }

    void read(QNetworkReply *reply)
    {
        reply->deleteLater();
        if (reply->error() != QNetworkReply::NoError)
            qFatal("%s", qPrintable(reply->errorString()));
        const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();
        for (const auto &each : answer.value("data"_L1).toArray())
            append(each.toObject());
        if (m_next < m_pages)
            request();
        if (--m_left == 0)
            m_done(m_rows.size());
    }

    void append(const QJsonObject &object)
    {
        Row row;
        const bool paged = m_pages > 0;
        row.mac = object.value(paged ? "macAddress"_L1 : "mac"_L1).toString();
        row.name = object.value("name"_L1).toString();
        row.ip = object.value(paged ? "ipAddress"_L1 : "ip"_L1).toString();
        row.accessPoint = object.value(paged ? "uplinkDeviceId"_L1 : "ap_mac"_L1).toString();
        row.connectedAt = paged
            ? QDateTime::fromString(object.value("connectedAt"_L1).toString(), Qt::ISODate)
            : QDateTime::fromSecsSinceEpoch(object.value("latest_assoc_time"_L1).toInteger());
        row.authorized = (paged ? object.value("access"_L1).toObject() : object)
                             .value("authorized"_L1)
                             .toBool();
        m_rows.append(std::move(row));
    }

    QNetworkAccessManager m_network;
    QString m_url;
    int m_pages;
    int m_next = 0;
    int m_left = 0;
    QList<Row> m_rows;
    std::function<void(qsizetype)> m_done;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QJsonFetcher fetcher(
        QCoreApplication::arguments().value(1), QCoreApplication::arguments().value(2).toInt());
    Contestant contestant(
        [&] { fetcher.fetch([&](qsizetype rows) { contestant.finished(rows); }); });
    return QCoreApplication::exec();
}
