using System.Text;
using CityRenewal.Geo.Reports.Text;

namespace CityRenewal.Geo.Reports.Html;

/// <summary>
/// HTML that is well-formed XML too: everything that is opened is closed by its own name, and every text is escaped. Only
/// drawings of our own come in as they are.
/// </summary>
internal sealed class HtmlText
{
    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = new();

    /// <summary>Opens an element.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="css">Its class; empty for none.</param>
    /// <param name="id">Its id; empty for none.</param>
    public HtmlText Open(string tag, string css = "", string id = "")
    {
        _open.Push(tag);
        _text.Append('<').Append(tag);
        Attribute("class", css);
        Attribute("id", id);
        _text.Append('>');
        return this;
    }

    /// <summary>Closes the element that was opened last.</summary>
    public HtmlText Close()
    {
        var tag = _open.Pop();
        _text.Append("</").Append(tag).Append(tag is "td" or "th" or "span" or "b" or "a" ? ">" : ">\n");
        return this;
    }

    /// <summary>An element with a text.</summary>
    public HtmlText Element(string tag, string text, string css = "") => Open(tag, css).Write(text).Close();

    /// <summary>A text in both languages, Chinese first.</summary>
    public HtmlText Words(string chinese, string english)
    {
        Element("span", chinese);
        return english.Length == 0 ? this : Write(" ").Element("span", english, "en");
    }

    /// <summary>An element with a text in both languages.</summary>
    public HtmlText Words(string tag, string chinese, string english, string css = "") => Open(tag, css).Words(chinese, english).Close();

    /// <summary>A link inside the page.</summary>
    public HtmlText Link(string id, string text)
    {
        _text.Append("<a href=\"#").Append(XmlText.Of(id)).Append("\">").Append(XmlText.Of(text)).Append("</a>");
        return this;
    }

    /// <summary>A number as people read it, with the number itself for programs.</summary>
    public HtmlText Number(double? value, string text)
    {
        if (value is not { } number || !double.IsFinite(number))
        {
            return Write(text);
        }

        _text.Append("<data value=\"").Append(number.ToString("R", System.Globalization.CultureInfo.InvariantCulture)).Append("\">");
        _text.Append(XmlText.Of(text)).Append("</data>");
        return this;
    }

    /// <summary>A text of anybody.</summary>
    public HtmlText Write(string text)
    {
        _text.Append(XmlText.Of(text));
        return this;
    }

    /// <summary>A drawing of our own, or another piece of such a page.</summary>
    public HtmlText Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _open.Count == 0 ? _text.ToString() : throw new InvalidOperationException($"<{_open.Peek()}> is open.");

    private void Attribute(string name, string value)
    {
        if (value.Length > 0)
        {
            _text.Append(' ').Append(name).Append("=\"").Append(XmlText.Of(value)).Append('"');
        }
    }
}
