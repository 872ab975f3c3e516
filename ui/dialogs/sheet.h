#pragma once

#include "core/failure.h"

#include <QDialog>

class Banner;
class QHBoxLayout;
class QPushButton;
class QVBoxLayout;
class Spinner;
class TextLabel;

/// The frame of every dialog of Gatehouse: contents, then a place for what went wrong, then a note
/// and the buttons. Enter presses the main button, or the one that has the focus; Esc closes. What
/// went wrong is said here and what was typed stays. Open it with open(); it deletes itself when it
/// closes.
class Sheet : public QDialog
{
    Q_OBJECT

public:
    Sheet(const QString &title, const QString &mainButton, QWidget *parent);

    /// The sentence that the dialog shows as gone wrong; empty when nothing is.
    [[nodiscard]] QString problem() const;

protected:
    [[nodiscard]] QVBoxLayout *contents() const { return m_contents; }
    [[nodiscard]] QPushButton *mainButton() const { return m_mainButton; }
    [[nodiscard]] QPushButton *closeButton() const { return m_closeButton; }

    /// A further button between the closing one and the main one.
    [[nodiscard]] QPushButton *addButton(const QString &text);

    /// A quiet line beside the buttons.
    void setNote(const QString &note);

    void showFailure(const Failure &failure);
    void showProblem(const QString &sentence);
    void clearProblem();

    /// While something is under way the note says what.
    void setBusy(const QString &what);
    void setIdle(); ///< the note is back

    /// What the main button does. The default accepts.
    virtual void confirm();

    /// What Enter does anywhere but on a button. The default presses the main button.
    virtual void goOn();

    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void growToContents();

    QVBoxLayout *m_contents = nullptr;
    Banner *m_problem = nullptr;
    TextLabel *m_note = nullptr;
    Spinner *m_spinner = nullptr;
    QPushButton *m_closeButton = nullptr;
    QPushButton *m_mainButton = nullptr;
    QHBoxLayout *m_buttons = nullptr;
    QString m_noteText;
};
