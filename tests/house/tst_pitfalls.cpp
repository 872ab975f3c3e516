#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString source(const QString &path)
{
    QFile file(qEnvironmentVariable("GATEHOUSE_SOURCE_DIR") + u'/' + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// One line of the list.
struct Pitfall
{
    QString id;
    QString requirement;
    QString shownBy; ///< tests as `subject: name`, or why there is none
};

QList<Pitfall> readPitfalls()
{
    static const QRegularExpression row(u"^\\| ([UG]\\d+) \\| (.+) \\| (.+) \\|$"_s);
    QList<Pitfall> pitfalls;
    for (const QString &line : source(u"tests/pitfalls.md"_s).split(u'\n'))
        if (const auto match = row.match(line); match.hasMatch())
            pitfalls += {match.captured(1), match.captured(2), match.captured(3)};
    return pitfalls;
}

/// The source of every test, by its subject: tst_<subject>.cpp.
QHash<QString, QString> readTests()
{
    QHash<QString, QString> tests;
    QDirIterator files(qEnvironmentVariable("GATEHOUSE_SOURCE_DIR") + u"/tests"_s, {u"tst_*.cpp"_s},
        QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            tests.insert(files.fileInfo().baseName().sliced(4), QString::fromUtf8(file.readAll()));
    }
    return tests;
}

} // namespace

/// What controllers are known to do to their clients is a list of requirements, tests/pitfalls.md.
/// Each names the tests that show it, or says why it does not apply.
class TestPitfalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theListIsWhole()
    {
        constexpr int unifi = 31;
        constexpr int omada = 29;
        QStringList wanted;
        for (int i = 1; i <= unifi; ++i)
            wanted += u"U%1"_s.arg(i);
        for (int i = 1; i <= omada; ++i)
            wanted += u"G%1"_s.arg(i);
        QStringList listed;
        for (const Pitfall &pitfall : readPitfalls())
            listed += pitfall.id;
        QCOMPARE(listed, wanted);
    }

    void everyNamedTestExists()
    {
        static const QRegularExpression named(u"`([a-z0-9_]+): ([A-Za-z0-9]+)`"_s);
        const QHash<QString, QString> tests = readTests();
        for (const Pitfall &pitfall : readPitfalls()) {
            if (pitfall.shownBy.startsWith(u"not applicable: "_s))
                continue;
            auto match = named.globalMatch(pitfall.shownBy);
            QVERIFY2(match.hasNext(), qPrintable(pitfall.id + u" names no test"_s));
            while (match.hasNext()) {
                const auto test = match.next();
                const QString declaration = u"void %1()"_s.arg(test.captured(2));
                QVERIFY2(tests.value(test.captured(1)).contains(declaration),
                    qPrintable(u"%1: there is no %2"_s.arg(pitfall.id, test.captured())));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestPitfalls)
#include "tst_pitfalls.moc"
