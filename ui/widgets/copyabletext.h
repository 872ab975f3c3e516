#pragma once

#include "ui/look/theme.h"

#include <QTimer>
#include <QWidget>

class ElidedLabel;
class IconButton;

/// A value that people carry elsewhere (MAC, IP, fingerprint) with a button that copies it whole.
class CopyableText : public QWidget
{
    Q_OBJECT

public:
    /// what names the value for the button: "MAC address".
    explicit CopyableText(
        const QString &what, TextRole role = TextRole::Fixed, QWidget *parent = nullptr);

    /// An empty text hides the button.
    void setText(const QString &text);
    [[nodiscard]] QString text() const;

private:
    void copy();

    ElidedLabel *m_label;
    IconButton *m_button;
    QTimer m_done; ///< while the button shows that it has copied
};
