using static CityRenewal.Geo.Stores.Tests.Reports.TemplateParts;

namespace CityRenewal.Geo.Stores.Tests.Reports;

/// <summary>
/// What the sample templates of data/templates are made of: they are written from here (CITYRENEWAL_WRITE_TEMPLATES=1) and
/// compared with it, so that neither drifts.
/// </summary>
internal static class SampleTemplates
{
    private const string Foot = "{{city.name}} · {{report.date}} · {{report.classification}} · {{report.disclaimer}}";

    /// <summary>The Word document.</summary>
    public static IReadOnlyList<(string Name, string Text)> Docx() => Document(
        Paragraph("参考样式 sample layout: 请以本单位模板替换", "Note"),
        Paragraph("{{report.classification}}", align: "right", isRed: true),
        Paragraph("{{report.title}}", "Title"),
        Paragraph("{{city.name}}", align: "center"),
        Paragraph("{{report.disclaimer}}", isRed: true),
        Pairs(
            ("编制单位 office", "{{report.office}}"), ("日期 date", "{{report.date}}"), ("核对对象 judged", "{{report.source}}"),
            ("数据版本 data version", "{{city.data_version}}"),
            ("规则包 rule pack", "{{rules.title_zh}} {{rules.id}} {{rules.version}} ({{rules.hash}})"), ("程序版本 engine", "{{report.engine}}"),
            ("与最优的差距 gap", "{{plan.gap}}")),
        Paragraph("一、汇总 Summary", "Heading"),
        List(
            (1100, "片区 area", "{{areas.id}}"), (1300, "净面积 net m²", "{{areas.net_area_m2}}"), (950, "地块 parcels", "{{areas.parcels}}"),
            (1050, "建筑 buildings", "{{areas.buildings}}"), (1050, "不符合 not kept", "{{areas.fail}}"), (1050, "须经同意 consent", "{{areas.needs_approval}}"),
            (1050, "误差内 marginal", "{{areas.marginal}}"), (1050, "依据不足 unknown", "{{areas.unknown}}"), (900, "符合 kept", "{{areas.pass}}")),
        Paragraph("{{each areas}}"),
        Paragraph("片区 {{areas.id}}　{{areas.categories_zh}}", "Heading", onNewPage: true),
        Paragraph("{{areas.map}}"),
        Pairs(
            ("净用地面积 net area", "{{areas.net_area_m2}}"), ("总用地面积 gross area", "{{areas.gross_area_m2}}"),
            ("现状总建筑面积 floor area", "{{areas.existing_floor_area_m2}}"), ("户数 / 人数 households / people", "{{areas.households}} / {{areas.people}}"),
            ("拆除比例 demolition ratio", "{{areas.demolition_ratio}}"), ("毛容积率 gross FAR", "{{areas.gross_far}}"),
            ("改造面积 / 建筑 / 受益户 / 受益人(测算因子,非补助额)",
                "{{areas.renovated_floor_area_m2}} / {{areas.renovated_buildings}} / {{areas.households_benefiting}} / {{areas.people_benefiting}}")),
        Paragraph("核对发现 Findings", "Heading2"),
        List(
            (450, "#", "{{findings.number}}"), (2700, "规则 rule", "{{findings.rule_zh}} {{findings.rule}}"), (1700, "结论 verdict", "{{findings.wording_zh}}"),
            (1400, "实测 measured", "{{findings.measured}}"), (950, "限值 limit", "{{findings.limit}}"), (2300, "依据 citation", "{{findings.citation}}")),
        Paragraph("建筑处置 Dispositions", "Heading2"),
        List(
            (4100, "处置 disposition", "{{dispositions.kind_zh}} {{dispositions.kind}}"), (1500, "建筑 buildings", "{{dispositions.buildings}}"),
            (2000, "建筑面积 floor area m²", "{{dispositions.floor_area_m2}}"), (1900, "其中拆除 goes m²", "{{dispositions.demolished_m2}}")),
        Paragraph("界址点 Boundary points（{{report.coordinate_system}}；x 北 y 东,m）", "Heading2"),
        List(
            (1500, "点号", "{{points.name}}"), (1000, "环 ring", "{{points.ring}}"), (2600, "x (北 N)", "{{points.x}}"), (2600, "y (东 E)", "{{points.y}}"),
            (1800, "边长 m", "{{points.side_m}}")),
        Paragraph("{{end}}"),
        Paragraph("假设 Assumptions", "Heading", onNewPage: true),
        List((700, "#", "{{assumptions.name}}"), (8800, "假设 assumption", "{{assumptions.text_zh}} {{assumptions.text}}")));

    /// <summary>The workbook: sheets that sum up, and one for each area.</summary>
    public static IReadOnlyList<(string Name, string Text)> Xlsx() => Workbook(
        ("汇总 Summary", Sheet("参考样式 · {{report.title}}", Foot,
            [("数据版本 data", "{{city.data_version}}"), ("规则包 rules", "{{rules.title_zh}} {{rules.id}} {{rules.version}} {{rules.hash}}"), ("程序 engine", "{{report.engine}}")],
            [
                (16, "片区 area", "{{areas.id}}", Text), (13, "净面积 net m²", "{{areas.net_area_m2}}", Whole), (13, "总面积 gross m²", "{{areas.gross_area_m2}}", Whole),
                (13, "建筑面积 floor area m²", "{{areas.existing_floor_area_m2}}", Whole), (13, "地块", "{{areas.parcels}}", Whole), (13, "建筑", "{{areas.buildings}}", Whole),
                (13, "户数", "{{areas.households}}", Whole), (13, "人数", "{{areas.people}}", Whole), (13, "拆除比例", "{{areas.demolition_ratio}}", Share),
                (13, "不符合", "{{areas.fail}}", Whole), (13, "须经同意", "{{areas.needs_approval}}", Whole), (13, "误差内", "{{areas.marginal}}", Whole),
                (13, "依据不足", "{{areas.unknown}}", Whole), (13, "符合", "{{areas.pass}}", Whole),
            ])),
        ("核对发现 Findings", Sheet("参考样式 · 核对发现", Foot, [],
            [
                (9, "片区", "{{findings.area}}", Text), (9, "项目", "{{findings.project}}", Text), (5, "#", "{{findings.number}}", Text),
                (34, "规则", "{{findings.rule_zh}}", Text), (34, "rule", "{{findings.rule}}", Text), (22, "结论", "{{findings.wording_zh}}", Text),
                (14, "verdict", "{{findings.verdict}}", Text), (14, "实测", "{{findings.measured}}", Text), (10, "限值", "{{findings.limit}}", Text),
                (40, "依据", "{{findings.citation}}", Text), (40, "原因", "{{findings.reason_zh}}", Text), (50, "假设", "{{findings.assumptions_zh}}", Text),
            ])),
        ("建筑 Buildings", Sheet("参考样式 · 建筑处置", Foot, [],
            [
                (9, "片区", "{{buildings.area}}", Text), (18, "建筑编码", "{{buildings.id}}", Text), (22, "处置", "{{buildings.disposition_zh}}", Text),
                (28, "disposition", "{{buildings.disposition}}", Text), (28, "理由", "{{buildings.reason}}", Text), (14, "建筑面积 m²", "{{buildings.floor_area_m2}}", Whole),
                (14, "其中拆除 m²", "{{buildings.demolished_m2}}", Whole), (9, "建成年", "{{buildings.year_built}}", Text), (10, "危险等级", "{{buildings.danger_grade}}", Text),
            ])),
        ("界址点 {{areas.id}}", Sheet("参考样式 · 片区 {{areas.id}} 界址点坐标成果表（x 北 y 东,m；{{report.coordinate_system}}）", Foot, [],
            [
                (9, "点号", "{{points.name}}", Text), (6, "环", "{{points.ring}}", Text), (8, "类型", "{{points.kind_zh}}", Text),
                (16, "x (北)", "{{points.x}}", Metres), (16, "y (东)", "{{points.y}}", Metres), (10, "边长", "{{points.side_m}}", Side),
            ])));
}
