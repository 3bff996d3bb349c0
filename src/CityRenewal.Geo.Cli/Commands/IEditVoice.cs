using CityRenewal.Geo.Editing;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>How a session answers: for people or for programs.</summary>
internal interface IEditVoice
{
    /// <summary>What an edit, an undo or a redo did.</summary>
    void Report(string word, EditReport report, EditSession session);

    /// <summary>All areas, or one with every measure.</summary>
    void Show(EditSession session, string? area);

    /// <summary>A line that is impossible; the session goes on.</summary>
    void Refuse(int line, string command, EditException refusal);

    /// <summary>Something that was done and changed no area.</summary>
    void Say(string text, string textChinese);
}
