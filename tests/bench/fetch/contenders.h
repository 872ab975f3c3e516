#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryFile>

/// What one fetch of all clients cost.
struct Sample
{
    double ms = 0;
    double cpu = 0; ///< milliseconds of the processor, over all threads
    double gap = 0; ///< the main thread's longest, in ms; 0 where nobody watches
    double peak = 0; ///< the most memory of the process so far, in MB; 0 where nobody watches
    qint64 rows = 0; ///< 0 where nobody counts
};

/// A program spoken to in lines of JSON. What goes wrong with it ends the benchmark.
class LineProgram
{
public:
    LineProgram(const QString &program, const QStringList &arguments);
    ~LineProgram();
    Q_DISABLE_COPY_MOVE(LineProgram)

    void write(const QByteArray &line);
    [[nodiscard]] QJsonObject read();
    [[nodiscard]] QJsonObject ask(const QByteArray &line);

    /// One of those that were built beside this one.
    [[nodiscard]] static QString beside(const QString &program);

private:
    QProcess m_process;
};

/// The controller that costs next to nothing.
class FastController
{
public:
    FastController(const QString &api, int clients, int latencyMs = 0);

    [[nodiscard]] QString url() const { return m_told.value(QLatin1String("url")).toString(); }
    [[nodiscard]] QString sha256() const
    {
        return m_told.value(QLatin1String("sha256")).toString();
    }
    [[nodiscard]] QJsonObject told() const { return m_told; }
    [[nodiscard]] QJsonObject ask(const QByteArray &word) { return m_program.ask(word); }

private:
    LineProgram m_program;
    QJsonObject m_told;
};

/// One who fetches all clients, again and again.
class Contender
{
public:
    virtual ~Contender() = default;
    [[nodiscard]] virtual Sample fetch() = 0;
};

/// Lives on between two fetches, so that its connections are warm; see contestant.h.
class ResidentContender final : public Contender
{
public:
    /// rows: what each fetch must end with.
    ResidentContender(const QString &program, const QStringList &arguments, qint64 rows);
    [[nodiscard]] Sample fetch() override;

private:
    LineProgram m_program;
    qint64 m_rows;
};

/// curl as it is, from its start to its end, with everything to /dev/null.
class Curl final : public Contender
{
public:
    Curl(const QStringList &urls, const QStringList &options);
    [[nodiscard]] Sample fetch() override;

private:
    QTemporaryFile m_urls;
    QList<QByteArray> m_arguments;
};
