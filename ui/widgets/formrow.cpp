#include "ui/widgets/formrow.h"

#include "ui/widgets/quantityfield.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

namespace {

QString withoutMnemonic(QString label)
{
    return label.remove(QLatin1Char('&'));
}

} // namespace

FormRow::FormRow(const QString &label, QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(label))
    , m_field(field)
    , m_note(new TextLabel({}, TextRole::Secondary, Token::Ink2))
{
    m_label->setFont(Theme::font(TextRole::Chip));
    m_label->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(withoutMnemonic(label));
    field->setMinimumHeight(qMin(field->sizeHint().height(), Theme::controlHeight));
    m_note->wrap();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::grid);
    column->addWidget(m_label);
    column->addWidget(field);
    column->addWidget(m_note);
    column->addStretch(1);
    showNote();
}

FormRow::FormRow(const QString &label, QuantityField *field, QWidget *parent)
    : FormRow(label, static_cast<QWidget *>(field), parent)
{
    const auto follow = [this, field] {
        m_hint = field->meaning();
        setError(field->errorText());
    };
    connect(field, &QuantityField::edited, this, follow);
    follow();
}

void FormRow::setHint(const QString &hint)
{
    m_hint = hint;
    showNote();
}

void FormRow::setError(const QString &error)
{
    m_error = error;
    Theme::setWrong(m_field, !error.isEmpty());
    showNote();
}

void FormRow::setUnavailable(const QString &reason)
{
    m_unavailable = reason;
    m_field->setEnabled(reason.isEmpty());
    showNote();
}

void FormRow::showNote()
{
    const bool wrong = m_unavailable.isEmpty() && !m_error.isEmpty();
    const QString note = !m_unavailable.isEmpty() ? m_unavailable : wrong ? m_error : m_hint;
    m_note->setInk(wrong ? Token::RefusedInk : Token::Ink2);
    m_note->setText(note);
    m_field->setAccessibleDescription(note);
    reserve();
}

void FormRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    reserve();
}

void FormRow::reserve()
{
    // An empty line keeps its place: the form must not jump while somebody types. A dialog's size
    // knows nothing of lines that break, so a longer note asks for its height itself.
    m_note->setMinimumHeight(qMax(m_note->fontMetrics().height(), m_note->heightForWidth(width())));
}
