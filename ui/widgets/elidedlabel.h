#pragma once

#include "ui/widgets/textlabel.h"

/// One line that is cut with an ellipsis where there is no room. Its text stays whole for tool tip
/// and screen reader.
class ElidedLabel : public TextLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &text = {}, TextRole role = TextRole::Body,
        Token ink = Token::Ink, QWidget *parent = nullptr);

    /// Addresses are cut in the middle, names at the end.
    void setElideMode(Qt::TextElideMode mode);
    [[nodiscard]] bool isCut() const;

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Qt::TextElideMode m_mode = Qt::ElideRight;
};
