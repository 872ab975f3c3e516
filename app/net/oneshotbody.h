#pragma once

#include <QByteArray>
#include <QIODevice>

/// A request body that can be read once and never again. QNetworkAccessManager repeats a request
/// whose connection died before an answer, unless the body cannot be rewound: this one cannot, so
/// an action reaches the controller at most once.
class OneShotBody final : public QIODevice
{
    Q_OBJECT

public:
    explicit OneShotBody(QByteArray bytes, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_read == m_bytes.size(); }
    [[nodiscard]] qint64 bytesAvailable() const override;
    bool reset() override { return false; }

protected:
    qint64 readData(char *into, qint64 atMost) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};
