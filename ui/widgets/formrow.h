#pragma once

#include <QWidget>

class QLabel;
class QuantityField;

/// A field with its label above and one line beneath, which says what the field is for or what is
/// wrong with it. The label's text names the field for screen readers, unless it has a name
/// already.
class FormRow : public QWidget
{
    Q_OBJECT

public:
    /// label may hold a mnemonic. The row takes the field.
    FormRow(const QString &label, QWidget *field, QWidget *parent = nullptr);
    /// Shows the field's own meaning and error.
    FormRow(const QString &label, QuantityField *field, QWidget *parent = nullptr);

    void setHint(const QString &hint);
    /// Stands in the place of the hint until it is empty again.
    void setError(const QString &error);
    /// Greys the field and says why beneath; an empty reason makes it usable again.
    void setUnavailable(const QString &reason);

    [[nodiscard]] QString error() const { return m_error; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showNote();
    void reserve(); ///< room for the note

    QLabel *m_label;
    QWidget *m_field;
    class TextLabel *m_note;
    QString m_hint;
    QString m_error;
    QString m_unavailable;
};
