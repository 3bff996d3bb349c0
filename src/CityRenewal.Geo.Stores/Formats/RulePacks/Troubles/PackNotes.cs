using YamlDotNet.Core;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Notes what is wrong with one file of a rule pack, among all that is found.</summary>
/// <param name="file">The file as people know it.</param>
/// <param name="found">Where notes of all files gather.</param>
internal sealed class PackNotes(string file, List<RulePackProblem> found)
{
    /// <summary>Where the notes about numbers that a user set go.</summary>
    public const string Settings = "settings";

    /// <summary>The file.</summary>
    public string File => file;

    /// <summary>Notes a trouble at a place of the file.</summary>
    public void Add(Mark place, string field, PackTrouble trouble) => Add((int)place.Line, (int)place.Column, field, trouble);

    /// <summary>Notes a trouble that is about no line.</summary>
    public void Add(string field, PackTrouble trouble) => Add(0, 0, field, trouble);

    /// <summary>The same for a number that a user set.</summary>
    public void AddToSettings(string name, PackTrouble trouble) => new PackNotes(Settings, found).Add(name, trouble);

    private void Add(int line, int column, string field, PackTrouble trouble)
    {
        var problem = new RulePackProblem
        {
            File = file, Line = line, Column = column, Field = field, Code = trouble.Code,
            What = trouble.English.What, Remedy = trouble.English.Remedy,
            WhatChinese = trouble.Chinese.What, RemedyChinese = trouble.Chinese.Remedy,
        };
        if (!found.Contains(problem))
        {
            found.Add(problem);
        }
    }
}
