namespace CityRenewal.Geo.Compliance;

/// <summary>The words for entries in the record of opinions.</summary>
public static class OpinionWords
{
    /// <summary>The word in files and JSON.</summary>
    public static string Wire(this OpinionKind kind) => kind switch
    {
        OpinionKind.Correction => "correction",
        OpinionKind.Answer => "answer",
        _ => "opinion",
    };

    /// <summary>The word for people, Chinese and English.</summary>
    public static string Label(this OpinionKind kind) => kind switch
    {
        OpinionKind.Correction => "更正 correction",
        OpinionKind.Answer => "答复 answer",
        _ => "意见 opinion",
    };

    /// <summary>The kind of a word in a file; null where it is none.</summary>
    public static OpinionKind? KindOf(string wire) => wire switch
    {
        "opinion" => OpinionKind.Opinion,
        "correction" => OpinionKind.Correction,
        "answer" => OpinionKind.Answer,
        _ => null,
    };

    /// <summary>What became of the finding, in files and JSON.</summary>
    public static string Wire(this FindingSince since) => since switch
    {
        FindingSince.Changed => "changed",
        FindingSince.Gone => "gone",
        _ => "same",
    };

    /// <summary>The same for people; empty where nothing became of it.</summary>
    public static string Label(this FindingSince since) => since switch
    {
        FindingSince.Changed => "核对发现已变 the finding has changed since",
        FindingSince.Gone => "核对发现已不存在 the finding is there no more",
        _ => "",
    };
}
