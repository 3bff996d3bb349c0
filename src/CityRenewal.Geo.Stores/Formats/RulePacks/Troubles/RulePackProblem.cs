namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Something that is wrong with a rule pack: where it stands, what it is, and what to do, in both languages.</summary>
public sealed record RulePackProblem
{
    /// <summary>The file, or the name of a shipped pack; "settings" for a number that the user set.</summary>
    public required string File { get; init; }

    /// <summary>Line, from 1; 0 where it is about no line.</summary>
    public required int Line { get; init; }

    /// <summary>Column, from 1; 0 where it is about no line.</summary>
    public required int Column { get; init; }

    /// <summary>The field: rules[demolition-ratio].share.at_most. Empty for the whole file.</summary>
    public required string Field { get; init; }

    /// <summary>Stable word for the kind of problem: unknown_field, missing_field, …</summary>
    public required string Code { get; init; }

    /// <summary>What is wrong, in English.</summary>
    public required string What { get; init; }

    /// <summary>What to do, in English.</summary>
    public required string Remedy { get; init; }

    /// <summary>What is wrong, in Chinese.</summary>
    public required string WhatChinese { get; init; }

    /// <summary>What to do, in Chinese.</summary>
    public required string RemedyChinese { get; init; }

    /// <summary>Where it stands, as compilers say it: file:line:column.</summary>
    public string Place => Line > 0 ? $"{File}:{Line}:{Column}" : File;
}
