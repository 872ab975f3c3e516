#pragma once

#include "core/audit.h"
#include "core/job.h"

#include <QPointer>
#include <QWidget>

#include <functional>

class Gatehouse;
class QFileDialog;
class QPushButton;
class Spinner;
class TextLabel;

/// What takes long on the history: verify it, write it to a file, erase whom it is about. One at a
/// time, with a word on how far it is and a way to stop it.
class HistoryTasks : public QWidget
{
    Q_OBJECT

public:
    /// shown tells what is to be written: the records that the page shows.
    HistoryTasks(
        Gatehouse &gatehouse, std::function<HistoryFilter()> shown, QWidget *parent = nullptr);

Q_SIGNALS:
    /// How it ended.
    void said(bool isGood, const QString &sentence);
    void eraseAsked();

private:
    void verify();
    void tellVerdict(const Result<ChainVerdict> &verdict);
    void askForFile();
    void write(const QString &path);
    void begin(JobBase *job, const QString &what);
    void end();
    void showProgress(qint64 records);

    Gatehouse &m_gatehouse;
    std::function<HistoryFilter()> m_shown;
    QPushButton *m_verify;
    QPushButton *m_export;
    QPushButton *m_erase;
    Spinner *m_spinner;
    TextLabel *m_progress;
    QPushButton *m_stop;
    QString m_what;
    QPointer<JobBase> m_job;
};
