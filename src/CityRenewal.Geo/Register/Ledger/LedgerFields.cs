namespace CityRenewal.Geo.Register;

/// <summary>The columns that are filled in on site, in their order.</summary>
public static class LedgerFields
{
    /// <summary>What is done with a comment.</summary>
    public static readonly IReadOnlyList<string> CommentDispositions = ["采纳", "部分采纳", "不采纳"];

    /// <summary>Whether the building was looked at on site.</summary>
    public static readonly LedgerField SiteCheck = new("site_check", "现场核对", Words: ["已核对", "有差异", "未核对"]);

    /// <summary>Storeys above ground as found.</summary>
    public static readonly LedgerField Storeys = new("corrected_storeys", "核正地上层数", "storeys_above");

    /// <summary>Floor area as found, m².</summary>
    public static readonly LedgerField FloorArea = new("corrected_floor_area_m2", "核正建筑面积㎡", "floor_area_m2");

    /// <summary>Danger grade as found.</summary>
    public static readonly LedgerField Danger = new("corrected_danger_grade", "核正危房等级", "danger_grade", ["A", "B", "C", "D"]);

    /// <summary>Use as found.</summary>
    public static readonly LedgerField Use = new("corrected_use", "核正用途", "use");

    /// <summary>Households that were asked.</summary>
    public static readonly LedgerField Asked = new("households_asked", "征询户数");

    /// <summary>Households that agree.</summary>
    public static readonly LedgerField Agreeing = new("households_agreeing", "同意户数");

    /// <summary>What was said, without any personal data.</summary>
    public static readonly LedgerField Comment = new("comment", "意见（不填个人信息）");

    /// <summary>What is done with the comment.</summary>
    public static readonly LedgerField CommentDisposition = new("comment_disposition", "意见处理", Words: CommentDispositions);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<LedgerField> All =
        [SiteCheck, Storeys, FloorArea, Danger, Use, Asked, Agreeing, Comment, CommentDisposition];
}
