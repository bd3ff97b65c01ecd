namespace Mediation.Core.Domain.Disputes;

/// <summary>The 18 types in the words of the justice return.</summary>
public static class DisputeTypeNames
{
    public static string Chinese(DisputeType type) => type switch
    {
        DisputeType.MarriageFamily => "婚姻家庭纠纷",
        DisputeType.Neighbor => "邻里纠纷",
        DisputeType.HousingHomestead => "房屋宅基地纠纷",
        DisputeType.Contract => "合同纠纷",
        DisputeType.ProductionBusiness => "生产经营纠纷",
        DisputeType.DamageCompensation => "损害赔偿纠纷",
        DisputeType.ForestLand => "山林土地纠纷",
        DisputeType.LandExpropriation => "征地拆迁纠纷",
        DisputeType.EnvironmentalPollution => "环境污染纠纷",
        DisputeType.MigrantWageArrears => "拖欠农民工工资纠纷",
        DisputeType.OtherLabor => "其他劳动争议纠纷",
        DisputeType.Tourism => "旅游纠纷",
        DisputeType.ECommerce => "电子商务纠纷",
        DisputeType.OtherConsumer => "其他消费纠纷",
        DisputeType.Medical => "医疗纠纷",
        DisputeType.RoadTraffic => "道路交通事故纠纷",
        DisputeType.PropertyManagement => "物业纠纷",
        DisputeType.Other => "纠纷",
    };
}
