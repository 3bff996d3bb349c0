namespace CityRenewal.Geo.Need;

/// <summary>Uses of buildings in Chinese.</summary>
internal static class BuildingUseWords
{
    /// <summary>The Chinese word of a use; the word as given where there is none.</summary>
    public static string ChineseOf(string use) => use switch
    {
        "residential" => "住宅",
        "commerce" => "商业",
        "office" => "办公",
        "industry" => "工业",
        "storage" => "仓储",
        "education" => "教育",
        "health" => "医疗",
        "culture" => "文化",
        "public_service" or "public" => "公共服务",
        _ => use,
    };
}
